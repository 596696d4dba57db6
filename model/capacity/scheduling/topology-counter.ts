import type { TopologyDomains } from './topology-domains';

/**
 * Counts pods by the value that their node has for one topology key (zone, host name), so that a filter reads a number
 * instead of walking every pod.
 */
export class TopologyCounter {
  total = 0;
  /** Index of each node's domain; −1 where it has none. */
  private readonly domains: Int32Array;
  private readonly counts: Int32Array;
  /** How many domains hold 0, 1, 2 … pods, so that the emptiest is found without looking at each. */
  private readonly levels: number[];
  private lowest = 0;

  constructor({ domains, size }: TopologyDomains) {
    this.domains = domains;
    this.counts = new Int32Array(size);
    this.levels = [size];
  }

  /** Adds (or, with −1, takes away) a pod on a node. */
  add(node: number, change: 1 | -1): void {
    const domain = this.domains[node] ?? -1;
    const before = this.counts[domain];
    if (before === undefined) return;
    const after = before + change;
    this.counts[domain] = after;
    this.total += change;
    this.levels[before] = (this.levels[before] ?? 1) - 1;
    this.levels[after] = (this.levels[after] ?? 0) + 1;
    if (after < this.lowest) this.lowest = after;
    while (!this.levels[this.lowest]) this.lowest += 1;
  }

  /** Pods in the domain of a node; nothing where the node has no such label. */
  at(node: number): number | undefined {
    return this.counts[this.domains[node] ?? -1];
  }

  /** Pods in the emptiest domain; none where there are fewer domains than asked for. */
  least(minDomains: number): number {
    return this.counts.length < minDomains ? 0 : this.lowest;
  }
}
