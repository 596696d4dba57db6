import type { SchedulerNode } from './node';

/** The domains (zones, host names) that a topology key parts nodes into. */
export interface TopologyDomains {
  /** Index of each node's domain; −1 where it has none. */
  readonly domains: Int32Array;
  readonly size: number;
}

/** @param isCounted nodes whose values are domains even while they hold no pod. @default - every node */
export function topologyDomains(
  nodes: readonly SchedulerNode[],
  topologyKey: string,
  isCounted: (node: SchedulerNode) => boolean = () => true,
): TopologyDomains {
  const indices = new Map<string, number>();
  const domains = Int32Array.from(nodes, (node) => {
    const value = isCounted(node) ? node.labels[topologyKey] : undefined;
    if (value === undefined) return -1;
    const index = indices.get(value) ?? indices.size;
    indices.set(value, index);
    return index;
  });
  return { domains, size: indices.size };
}
