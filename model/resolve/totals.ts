import type { Node, Totals } from '../cluster';

/** Sums over all machines. */
export function resolveTotals(nodes: Readonly<Record<string, Node>>): Totals {
  const all = Object.values(nodes);
  const sum = (of: (node: Node) => number) => all.reduce((total, node) => total + of(node), 0);
  return {
    nodes: all.length,
    vcpu: sum((node) => node.instance.vcpu),
    memoryGiB: sum((node) => node.instance.memoryMiB) / 1024,
    rootVolumeGiB: sum((node) => node.rootVolumeGiB),
  };
}
