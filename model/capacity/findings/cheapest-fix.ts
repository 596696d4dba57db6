import { nearest } from '../../rules/nearest';
import type { ClusterPlacement } from '../placement/place-cluster';
import { matchesNodes } from '../scheduling/filters/node-affinity';
import { untolerated } from '../scheduling/filters/taint-toleration';
import type { PodTemplate } from '../scheduling/pod';
import type { Unplaced } from '../scheduling/schedule';
import { cheapestGrowth } from './grow';

const shortage = /^(Insufficient|Too many pods|node\(s\) exceed max volume count)/;
const mib = 2 ** 20;

/** The cheapest change after which a pod has a place, in words that name what to edit. */
export function cheapestFix(placement: ClusterPlacement, { pod, refusals }: Unplaced): string {
  const { template } = pod;
  const selected = placement.nodes.filter((node) => matchesNodes(template, node));
  if (!selected.length) return noNodeSelected(placement, template);
  const short = [...refusals].flatMap(([node, reasons]) =>
    reasons.every((reason) => shortage.test(reason)) ? [node] : [],
  );
  if (short.length) return makeRoom(placement, template, short);
  const tainted = selected.find((node) => untolerated(template, node));
  const taint = tainted && untolerated(template, tainted);
  if (tainted && taint)
    return `Tolerate ${taint.key}=${taint.value}:${taint.effect}, the taint of ${tainted.name}, or select other nodes.`;
  return 'Turn its required pod affinity, anti-affinity or spread into a preference, or add a node that it selects.';
}

function makeRoom(placement: ClusterPlacement, template: PodTemplate, nodes: readonly string[]): string {
  const growth = cheapestGrowth(placement, template.workload, nodes);
  const lower = lowerRequests(placement, template, nodes);
  if (!growth) return `${lower}; no larger type of the family helps within the vCPU quota.`;
  const { definedAs, from, to, usdPerMonth } = growth;
  return `Set nodes.${definedAs}.type to ${to} instead of ${from} (+${usdPerMonth.toFixed(2)} USD a month). ${lower}, at no cost.`;
}

/** What one more pod may ask for at most on the emptiest of the nodes. */
function lowerRequests(
  { steady }: ClusterPlacement,
  { requests }: PodTemplate,
  names: readonly string[],
): string {
  const free = steady.board.states
    .filter(({ node }) => names.includes(node.name))
    .map(({ node, cpuMilli, memoryBytes }) => ({
      name: node.name,
      cpuMilli: Math.max(0, node.allocatable.cpuMilli - cpuMilli),
      memoryBytes: Math.max(0, node.allocatable.memoryBytes - memoryBytes),
    }))
    .sort((a, b) => b.memoryBytes - a.memoryBytes || b.cpuMilli - a.cpuMilli)[0];
  if (!free) return 'Lower its requests';
  const wants = [
    ...(requests.cpuMilli > free.cpuMilli ? [`${String(free.cpuMilli)}m of CPU`] : []),
    ...(requests.memoryBytes > free.memoryBytes
      ? [`${String(Math.floor(free.memoryBytes / mib))}Mi of memory`]
      : []),
  ];
  return `Or lower requests: ${free.name} has ${wants.join(' and ') || 'room for fewer pods'} left for it`;
}

/** Names the label that comes closest to one that no node has. */
function noNodeSelected({ nodes }: ClusterPlacement, { nodeSelector, nodeAffinity }: PodTemplate): string {
  const wanted = [...nodeSelector, ...(nodeAffinity ?? []).flatMap(({ labels }) => labels)];
  for (const { key, values } of wanted) {
    const known = [...new Set(nodes.flatMap(({ labels }) => (key in labels ? [labels[key] ?? ''] : [])))];
    if (!known.length) {
      const keys = [...new Set(nodes.flatMap(({ labels }) => Object.keys(labels)))];
      const guess = nearest(key, keys);
      return `No node has the label ${key}${guess ? `; did you mean ${guess}?` : ', see roles in the definition.'}`;
    }
    if (values.length && !values.some((value) => known.includes(value))) {
      const guess = nearest(values[0] ?? '', known);
      const meant = guess ? `did you mean ${guess}?` : `it is one of ${known.sort().join(', ')}.`;
      return `No node has ${key}=${values.join('|')}; ${meant}`;
    }
  }
  return 'Select labels that one node carries together.';
}
