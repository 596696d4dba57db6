import { synthesizeStacks } from '../../infra/synthesize-stacks';
import type { Cluster } from '../../model/cluster';
import type { StackName } from '../../model/stacks';

/** One block of Terraform JSON, as a test reads it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parsed JSON whose shape the assertions state
export type Block = any;

export interface Stack {
  /** Every resource by its address, `aws_instance.k8s-master`. */
  readonly resources: Readonly<Record<string, Block>>;
  readonly data: Readonly<Record<string, Block>>;
  readonly outputs: Readonly<Record<string, Block>>;
  readonly json: Block;
}

/** The stacks of a cluster, by name. */
export function terraformStacks(cluster: Cluster): Record<StackName, Stack> {
  return Object.fromEntries(
    synthesizeStacks(cluster, 'quick').map(({ name, json }) => [
      name,
      {
        resources: byAddress(json['resource']),
        data: byAddress(json['data']),
        outputs: (json['output'] ?? {}) as Record<string, Block>,
        json,
      },
    ]),
  ) as Record<StackName, Stack>;
}

function byAddress(types: unknown): Record<string, Block> {
  return Object.fromEntries(
    Object.entries((types ?? {}) as Record<string, Record<string, Block>>).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, block] as [string, Block]),
    ),
  );
}

/** Addresses of one resource type. */
export const addressesOf = (stack: Stack, type: string): string[] =>
  Object.keys(stack.resources).filter((address) => address.startsWith(`${type}.`));
