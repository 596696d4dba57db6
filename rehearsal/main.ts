import { join } from 'node:path';
import { Command } from 'commander';
import { clusters } from '../clusters/all';
import { buildBinaries } from './control-plane/binaries';
import { programs, type Program } from './control-plane/commands';
import { startControlPlane, useControlPlane } from './control-plane/control-plane';
import { whyNoGo } from './control-plane/go';
import { rehearse } from './rehearse';
import { reportText, type Report } from './report';
import { committed, generated, type Scenario } from './scenario';
import { Unusable } from './unusable';

interface Options {
  readonly cluster?: readonly string[];
  readonly ha: boolean;
  readonly binaries?: string;
  readonly kubeconfig?: string;
  readonly buildOnly?: true;
}

/** Exit code for a machine on which nothing can be rehearsed, by the convention of test harnesses; 0 is agreement, 1 is disagreement. */
const skipped = 77;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run rehearse`; resolves to the exit code. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    // Programs and files end in the listeners of `exit`.
    process.once(signal, () => process.exit(code));
  const command = new Command('rehearse')
    .description('Run the synthesized platform on a real Kubernetes control plane, on this machine alone.')
    .option('-c, --cluster <name...>', 'only these clusters (default: all)')
    .option('--no-ha', 'leave out the generated highly available cluster')
    .option('--binaries <folder>', 'use the programs in this folder instead of building them')
    .option(
      '--kubeconfig <file>',
      'use this empty control plane, with its scheduler and controllers, for one cluster',
    )
    .option('--build-only', 'build the programs and stop');
  command.parse([...argv], { from: 'user' });
  try {
    return await run(command.opts<Options>(), root);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    say(error.message);
    return 2;
  }
}

async function run(options: Options, root: string): Promise<number> {
  const moduleFolder = join(root, 'rehearsal', 'control-plane');
  const reason = await whyNoGo(moduleFolder);
  if (reason !== undefined) {
    say(`the rehearsal needs Go and its module proxy, and ${reason}`);
    return skipped;
  }
  const wanted: readonly Program[] = options.kubeconfig === undefined ? programs : ['kwok'];
  const binaries = options.binaries ?? (await buildBinaries(moduleFolder, wanted, say));
  if (options.buildOnly) return 0;
  const scenarios = chooseScenarios(options, root);
  // Each cluster has a control plane of its own, and mostly waits for it: together they take little longer than one.
  const reports = await Promise.all(scenarios.map((scenario) => rehearseOne(scenario, binaries, options)));
  process.stdout.write(reportText(reports));
  return reports.some(({ disagreements }) => disagreements.length) ? 1 : 0;
}

async function rehearseOne(scenario: Scenario, binaries: string, { kubeconfig }: Options): Promise<Report> {
  const { serviceCidr, podCidr } = scenario.cluster.network;
  const controlPlane =
    kubeconfig === undefined
      ? await startControlPlane({ binaries, serviceCidr, podCidr })
      : await useControlPlane({ binaries, kubeconfig });
  try {
    return await rehearse(scenario, controlPlane, say);
  } catch (error) {
    for (const failure of controlPlane.failures()) say(failure);
    throw error;
  } finally {
    await controlPlane.stop();
  }
}

function chooseScenarios({ cluster, ha, kubeconfig }: Options, root: string): readonly Scenario[] {
  const unknown = cluster?.find((name) => !clusters.some((definition) => definition.name === name));
  if (unknown !== undefined) throw new Unusable(`--cluster ${unknown}: there is no such cluster`);
  const chosen = clusters.filter(({ name }) => cluster?.includes(name) ?? true);
  const [first] = chosen;
  if (!first) throw new Unusable('clusters/all.ts holds no cluster');
  // A control plane that somebody else made is used up by the first cluster.
  if (kubeconfig !== undefined) return [committed(root, first)];
  return [...chosen.map((definition) => committed(root, definition)), ...(ha ? [generated(first)] : [])];
}
