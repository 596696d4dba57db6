import { performance } from 'node:perf_hooks';
import { synthesize, type Synthesis } from '../../synth/synthesize';
import { isEmpty, planTree } from '../../synth/tree/plan';
import { clusterOption } from '../cluster-option';
import type { AddCommand, CommandContext } from '../command';
import { chooseClusters, loadDefinitions } from '../load-definitions';
import { differencesText } from '../text/differences';
import { findingsOf, findingsText } from '../text/findings';
import { summaryTable } from '../text/summary-table';
import { writeOutputs } from '../write-outputs';

interface SynthOptions {
  readonly cluster?: readonly string[];
  readonly check?: true;
  readonly watch?: true;
  readonly stock?: true;
}

/** `npm run synth`: definitions in, the whole dist out. */
export const add: AddCommand = (program, context) => {
  program
    .command('synth')
    .description('write dist/ and atlantis.yaml from the definitions')
    .addOption(clusterOption())
    .option('--check', 'write nothing; exit 1 and list the files that differ')
    .option('--watch', 'synthesize again whenever a source file changes')
    .option('--stock', "use the CDKs' own synthesis: slower, the same bytes")
    .action(async (options: SynthOptions) => {
      if (options.watch) await (await import('../watch')).watch(context.root, withoutWatch(options));
      else context.exit(await synth(context, options));
    });
};

/** The arguments of each run below a watch. */
function withoutWatch({ cluster, check, stock }: SynthOptions): string[] {
  return [
    ...(cluster ? ['--cluster', ...cluster] : []),
    ...(check ? ['--check'] : []),
    ...(stock ? ['--stock'] : []),
  ];
}

async function synth(
  { root, remember }: CommandContext,
  { cluster, check, stock }: SynthOptions,
): Promise<number> {
  const definitions = await loadDefinitions();
  const only = chooseClusters(definitions, cluster);
  const synthesis = synthesize(definitions, {
    ...(only ? { only } : {}),
    ...(stock ? { engine: 'stock' } : {}),
    now: () => performance.now(),
  });
  const stderr = findingsText(findingsOf(synthesis));
  process.stderr.write(stderr);
  if (!synthesis.ok) {
    process.stderr.write('Nothing was written.\n');
    return 1;
  }
  const { exitCode, stdout } = await (check ? compare : write)(root, synthesis, only !== undefined);
  process.stdout.write(stdout);
  if (exitCode === 0) remember({ stdout: summaryTable(synthesis), stderr });
  return exitCode;
}

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
}

function compare(root: string, synthesis: Synthesis, isPartial: boolean): Outcome {
  const plan = planTree(root, synthesis.files, isPartial);
  return isEmpty(plan)
    ? { exitCode: 0, stdout: summaryTable(synthesis, plan) }
    : { exitCode: 1, stdout: differencesText(plan) };
}

async function write(root: string, synthesis: Synthesis, isPartial: boolean): Promise<Outcome> {
  return { exitCode: 0, stdout: summaryTable(synthesis, await writeOutputs(root, synthesis, isPartial)) };
}
