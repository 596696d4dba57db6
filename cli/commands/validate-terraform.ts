import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { findBinary, isExecutable } from '../../terraform-validation/run/find-binary';
import type { AddCommand } from '../command';
import { chooseClusters, loadDefinitions } from '../load-definitions';
import { clusterOption } from '../cluster-option';
import { findingsText } from '../text/findings';
import { skippedText, validationText } from '../text/validation-table';
import { UserError } from '../user-error';

interface ValidateOptions {
  readonly cluster?: readonly string[];
  readonly terraform?: string;
  readonly mirror?: string;
  readonly skippedExitCode: number;
}

/** `npm run validate:terraform`: Terraform's own word on the committed stacks, without a network or an account. */
export const add: AddCommand = (program, { root, exit }) => {
  program
    .command('validate-terraform')
    .description('run init, validate and a mocked apply of terraform or tofu on every committed stack')
    .addOption(clusterOption())
    .option('--terraform <path>', 'this binary (default: terraform, else tofu, on PATH)')
    .option('--mirror <folder>', 'the real provider from a `terraform providers mirror` folder')
    .option('--skipped-exit-code <code>', 'exit code where there is no binary', Number, 0)
    .action(async (options: ValidateOptions) => {
      exit(await validate(root, options));
    });
};

async function validate(root: string, options: ValidateOptions): Promise<number> {
  const { committedStacks } = await import('../../terraform-validation/run/committed-stacks');
  const definitions = await loadDefinitions();
  const clusters = chooseClusters(definitions, options.cluster) ?? definitions.map(({ name }) => name);
  const files = committedStacks(root, clusters);
  if (files.length === 0)
    throw new UserError(
      `dist/ has no Terraform stack of ${clusters.join(', ')}`,
      'What is validated is what is committed.',
      'Run npm run synth first.',
    );
  const searchPath = process.env['PATH'] ?? '';
  const binary = chooseBinary(searchPath, options.terraform);
  if (binary === undefined) {
    process.stdout.write(skippedText(files));
    return options.skippedExitCode;
  }
  const { validateStacks } = await import('../../terraform-validation/run/validate-stacks');
  const results = await validateStacks(files, {
    binary,
    searchPath,
    library: join(root, 'node_modules', '@cdktf', 'provider-aws', 'lib'),
    mirror: options.mirror === undefined ? undefined : resolve(options.mirror),
    now: () => performance.now(),
  });
  const findings = results.flatMap(({ file: { cluster }, findings: own }) =>
    own.map((finding) => ({ cluster, finding })),
  );
  process.stderr.write(findingsText(findings));
  process.stdout.write(validationText(results, binary, options.mirror));
  return findings.some(({ finding: { severity } }) => severity === 'error') ? 1 : 0;
}

function chooseBinary(searchPath: string, named: string | undefined): string | undefined {
  if (named === undefined) return findBinary(searchPath);
  if (isExecutable(named)) return resolve(named);
  throw new UserError(
    `--terraform ${named}: is not an executable file`,
    'The option names a terraform or tofu binary.',
    'Name one, or leave the option out to take the first on PATH.',
  );
}
