import {
  validateStacks,
  type StackFile,
  type StackResult,
} from '../../terraform-validation/run/validate-stacks';
import type { Configuration } from '../../terraform-validation/schema/schemas-for';
import { bindings, searchPath, terraform } from '../support/terraform';

/** What this machine's Terraform says about stacks, with the provider made from the bindings. */
export function askTerraform(files: readonly StackFile[], mirror?: string): Promise<StackResult[]> {
  return validateStacks(files, {
    binary: terraform.found ?? '',
    searchPath,
    library: bindings,
    mirror,
    now: () => 0,
  });
}

/** A stack that is not in dist. */
export function stackFile(stack: string, json: object, cluster = 'eco2'): StackFile {
  return { cluster, stack, path: `${cluster}/${stack}`, text: JSON.stringify(json, undefined, 2) };
}

/** That every stack was accepted, and each resource in it applied as often as it is counted. */
export function expectApplied(results: readonly StackResult[]): void {
  expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  for (const { file, applied } of results) {
    const times = new Map<string, number>();
    for (const address of applied.map((one) => one.replace(/\[[^[]*\]$/, '')))
      times.set(address, (times.get(address) ?? 0) + 1);
    const expected = declared(JSON.parse(file.text) as Configuration);
    expect([file.path, Object.fromEntries(times)]).toEqual([file.path, expected]);
  }
}

interface Repeated {
  readonly count?: number | string;
  readonly for_each?: Readonly<Record<string, unknown>> | string;
}

/** How often each resource is applied. One that is counted by an expression is evaluated at least once. */
function declared({ resource }: Configuration): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource ?? {}).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, repetitions(block as Repeated)]),
    ),
  );
}

function repetitions({ count, for_each: forEach }: Repeated): unknown {
  if (typeof count === 'string' || typeof forEach === 'string') return expect.any(Number);
  return forEach ? Object.keys(forEach).length : (count ?? 1);
}
