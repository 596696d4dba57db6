import type { Facts } from '../model/facts';
import { isMap } from './field-change';

/** A number before and after; 0 where the cluster or the entry does not exist on that side. */
export interface NumberChange {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface WorkloadMove {
  readonly workload: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

type Warning = Facts['warnings'][number];

/** What changed in a cluster's proof and price. */
export interface FactsChange {
  readonly vcpu: NumberChange;
  readonly usdPerMonth: NumberChange;
  /** Nodes, `shared` included, whose price changed. */
  readonly nodeCosts: readonly NumberChange[];
  /** Workloads on both sides whose pods run elsewhere or in another number. */
  readonly moved: readonly WorkloadMove[];
  /** Nodes whose fuller resource at peak, in percent, changed by five points or more, or passed 80 or 90. */
  readonly fills: readonly NumberChange[];
  readonly appeared: readonly Warning[];
  readonly vanished: readonly Warning[];
}

const limits = [80, 90];

export function factsChange(before: unknown, after: unknown): FactsChange {
  const [old, now] = [read(before), read(after)];
  const key = ({ code, path }: Warning) => `${code} ${path}`;
  const [oldKeys, nowKeys] = [new Set(old.warnings.map(key)), new Set(now.warnings.map(key))];
  return {
    vcpu: { name: 'vCPU', before: old.vcpu, after: now.vcpu },
    usdPerMonth: { name: 'USD a month', before: old.usd, after: now.usd },
    nodeCosts: numberChanges(old.nodeCosts, now.nodeCosts).filter((one) => one.before !== one.after),
    moved: Object.entries(now.placement)
      .map(([workload, nodes]) => ({ workload, before: old.placement[workload] ?? [], after: nodes }))
      .filter((one) => one.before.length > 0 && isMove(one, old.peak, now.peak)),
    fills: numberChanges(old.peak, now.peak).filter(isWorthSaying),
    appeared: now.warnings.filter((warning) => !oldKeys.has(key(warning))),
    vanished: old.warnings.filter((warning) => !nowKeys.has(key(warning))),
  };
}

type ByNode = Readonly<Record<string, number>>;

/** Pods changed places among the nodes of both sides; one that follows a new node, or goes with one, did not move. */
function isMove({ before, after }: WorkloadMove, oldNodes: ByNode, newNodes: ByNode): boolean {
  const staying = before.filter((node) => node in newNodes);
  const known = after.filter((node) => node in oldNodes);
  return staying.join() !== known.join();
}

/** The node is on both sides, and fills or empties enough to look at. */
function isWorthSaying({ before, after }: NumberChange): boolean {
  if (before === 0 || after === 0) return false;
  return Math.abs(after - before) >= 5 || limits.some((limit) => before <= limit !== after <= limit);
}

function numberChanges(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): NumberChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.map((name) => ({ name, before: before[name] ?? 0, after: after[name] ?? 0 }));
}

/** Reads a facts file of any age: what is missing in it counts as nothing. */
function read(value: unknown) {
  const facts = (isMap(value) ? value : {}) as Partial<Facts>;
  return {
    vcpu: facts.totals?.vcpu ?? 0,
    usd: facts.usdPerMonth?.total ?? 0,
    nodeCosts: facts.usdPerMonth?.nodes ?? {},
    placement: facts.placement ?? {},
    peak: Object.fromEntries(
      Object.entries(facts.peakPercent ?? {}).map(([node, { cpu, memory }]) => [node, Math.max(cpu, memory)]),
    ),
    warnings: facts.warnings ?? [],
  };
}
