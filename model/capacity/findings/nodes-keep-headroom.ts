import { peakUsage, steadyUsage, type NodeUsage } from '../placement/usage';
import { placementRule } from './placement-rule';

/** Share that a node may promise while nothing changes, and with every rolling update and Job at once. */
const atRest = 0.8;
const atPeak = 0.9;
const mib = 2 ** 20;

/** Requests are promises: on a node that has promised nearly everything the next daemon finds no place. */
export const nodesKeepHeadroom = placementRule({
  code: 'nodes-keep-headroom',
  severity: 'warning',
  rule: `A node promises at most ${percent(atRest)} of its CPU and memory while nothing changes, and ${percent(atPeak)} at its worst hour.`,
  incidents: ['A38', 'C05'],
  *check(placement) {
    const peaks = new Map(peakUsage(placement).map((usage) => [usage.node, usage]));
    for (const steady of steadyUsage(placement)) {
      const peak = peaks.get(steady.node) ?? steady;
      const over = [
        ...excess(steady, atRest).map((text) => `${text} while nothing changes`),
        ...excess(peak, atPeak).map((text) => `${text} at its worst hour`),
      ];
      if (!over.length) continue;
      const definedAs = placement.cluster.nodes[steady.node]?.definedAs ?? steady.node;
      yield {
        path: `nodes.${definedAs}.type`,
        problem: `${steady.node} promises ${over.join(' and ')}`,
        fix: 'Choose a larger type, lower what its pods request, or move a pod elsewhere; npm run place shows them.',
      };
    }
  },
});

/** What a node promises above a share: `89 % of its CPU (1630m/1830m)`. */
function excess({ cpuMilli, memoryBytes, allocatable }: NodeUsage, bound: number): string[] {
  const cpu = cpuMilli / allocatable.cpuMilli;
  const memory = memoryBytes / allocatable.memoryBytes;
  const [used, all] = [memoryBytes, allocatable.memoryBytes].map((bytes) => String(Math.round(bytes / mib)));
  return [
    ...(cpu > bound
      ? [`${percent(cpu)} of its CPU (${String(cpuMilli)}m/${String(allocatable.cpuMilli)}m)`]
      : []),
    ...(memory > bound ? [`${percent(memory)} of its memory (${used ?? ''}/${all ?? ''} MiB)`] : []),
  ];
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
