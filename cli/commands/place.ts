import { placementFindings } from '../../model/capacity/findings/placement-findings';
import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { placementReport } from '../../model/capacity/placement/report';
import { nearest } from '../../model/rules/nearest';
import { examine } from '../../synth/examine';
import type { AddCommand } from '../command';
import { healthyDefinitions } from '../healthy-definitions';
import { clusterOption } from '../cluster-option';
import { placementText } from '../text/placement';
import { UserError } from '../user-error';

interface PlaceOptions {
  readonly cluster?: readonly string[];
  readonly lose?: readonly string[];
  readonly loseZone?: readonly string[];
  readonly json?: true;
}

/** `npm run place`: where every pod runs, and what a loss would stop. */
export const add: AddCommand = (program, { exit }) => {
  program
    .command('place')
    .description('show where every pod runs, as kube-scheduler would place it')
    .addOption(clusterOption())
    .option('--lose <node...>', 'what happens when these nodes are lost at once')
    .option('--lose-zone <zone...>', 'what happens when these zones are lost, e.g. a')
    .option('--json', 'print plain data')
    .action(async (options: PlaceOptions) => {
      exit(await place(options));
    });
};

async function place(options: PlaceOptions): Promise<number> {
  const definitions = await healthyDefinitions(options.cluster);
  if (!definitions) return 1;
  const placements = definitions.map((definition) => examine(definition).placement);
  const asked = placements.filter((placement) => namesAnything(placement, options));
  if (!asked.length) throw unknown(placements, options);
  const reports = asked.map((placement) => placementReport(placement, lostNodes(placement, options)));
  process.stdout.write(
    options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : reports.map(placementText).join('\n'),
  );
  const findings = asked.flatMap(placementFindings);
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Without `--cluster`, a node or zone that only one cluster has means that cluster. */
function namesAnything(placement: ClusterPlacement, { lose = [], loseZone = [] }: PlaceOptions): boolean {
  const { nodes, network } = placement.cluster;
  return lose.every((name) => name in nodes) && loseZone.every((zone) => zone in network.zones);
}

function lostNodes({ nodes }: ClusterPlacement, { lose = [], loseZone = [] }: PlaceOptions): string[] {
  return nodes
    .filter(({ name, zone }) => lose.includes(name) || loseZone.includes(zone))
    .map(({ name }) => name);
}

function unknown(
  placements: readonly ClusterPlacement[],
  { lose = [], loseZone = [] }: PlaceOptions,
): UserError {
  const nodes = placements.flatMap(({ cluster }) => Object.keys(cluster.nodes));
  const zones = placements.flatMap(({ cluster }) => Object.keys(cluster.network.zones));
  const node = lose.find((name) => !nodes.includes(name));
  if (node !== undefined) {
    const guess = nearest(node, nodes);
    return new UserError(
      `--lose ${node}: there is no such node`,
      'A node is named as in the definition.',
      guess ? `Did you mean ${guess}?` : `Name one of ${[...new Set(nodes)].sort().join(', ')}.`,
    );
  }
  const zone = loseZone.find((name) => !zones.includes(name));
  return new UserError(
    zone === undefined
      ? 'no one cluster has all of these nodes'
      : `--lose-zone ${zone}: there is no such zone`,
    zone === undefined ? 'Nodes are lost in one cluster.' : 'A zone is named by its letter.',
    zone === undefined
      ? 'Name nodes of one cluster.'
      : `Name one of ${[...new Set(zones)].sort().join(', ')}.`,
  );
}
