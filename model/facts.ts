import { peakUsage, type NodeUsage } from './capacity/placement/usage';
import type { Pod } from './capacity/scheduling/pod';
import type { ClusterPlacement } from './capacity/placement/place-cluster';
import type { Totals } from './cluster';
import { costBy, type Estimate } from './cost/estimate';
import type { Finding } from './finding';
import { groupBy } from './group-by';

/** What was proven and computed about a cluster, committed beside its outputs so that a change of it can be reviewed. */
export interface Facts {
  readonly totals: Totals & { readonly vcpuQuota: number };
  /** Nodes of each workload's pods, sorted; a workload with two pods on one node names it twice. */
  readonly placement: Readonly<Record<string, readonly string[]>>;
  /** Share of each node's allocatable that is promised at its worst hour, in whole percent. */
  readonly peakPercent: Readonly<Record<string, { readonly cpu: number; readonly memory: number }>>;
  /** USD a month, on demand, rounded to cents; `null` in a region without a price list. */
  readonly usdPerMonth: {
    readonly total: number;
    readonly nodes: Readonly<Record<string, number>>;
    readonly stacks: Readonly<Record<string, number>>;
  } | null;
  /** Warnings; an error is never committed. */
  readonly warnings: readonly { readonly code: string; readonly path: string; readonly problem: string }[];
}

/** The facts of a cluster whose pods are placed and whose outputs are priced. */
export function clusterFacts(
  placement: ClusterPlacement,
  estimate: Estimate | undefined,
  findings: readonly Finding[],
): Facts {
  const { cluster, pods, steady } = placement;
  const nodesOf = (workload: readonly Pod[]) =>
    workload.map(({ name }) => steady.assignments.get(name) ?? 'nowhere').sort();
  return {
    totals: { ...cluster.totals, vcpuQuota: cluster.quota.standardVcpu },
    placement: Object.fromEntries(
      [...groupBy(pods, ({ template }) => template.workload)].map(([name, workload]) => [
        name,
        nodesOf(workload),
      ]),
    ),
    peakPercent: Object.fromEntries(peakUsage(placement).map((usage) => [usage.node, percents(usage)])),
    usdPerMonth: estimate
      ? {
          total: cents(estimate.usdPerMonth),
          nodes: rounded(costBy(estimate.lines, 'node')),
          stacks: rounded(costBy(estimate.lines, 'stack')),
        }
      : null,
    warnings: findings
      .filter(({ severity }) => severity === 'warning')
      .map(({ code, path, problem }) => ({ code, path, problem })),
  };
}

const cents = (usd: number) => Math.round(usd * 100) / 100;

const rounded = (costs: readonly { readonly name: string; readonly usdPerMonth: number }[]) =>
  Object.fromEntries(costs.map(({ name, usdPerMonth }) => [name, cents(usdPerMonth)]));

function percents({ cpuMilli, memoryBytes, allocatable }: NodeUsage) {
  const percent = (used: number, whole: number) => Math.round((used / whole) * 100);
  return {
    cpu: percent(cpuMilli, allocatable.cpuMilli),
    memory: percent(memoryBytes, allocatable.memoryBytes),
  };
}
