import { prices } from '../aws/prices';
import type { ClusterPlacement } from '../capacity/placement/place-cluster';
import type { Totals } from '../cluster';
import type { CostLine } from './cost-line';
import { kubernetesCosts } from './kubernetes-costs';
import { terraformCosts, type TerraformStack } from './terraform-costs';
import { trafficCosts } from './traffic-costs';

/** What a cluster holds and costs in a month of 730 hours, on demand, without tax. */
export interface Estimate {
  readonly cluster: string;
  readonly region: string;
  readonly totals: Totals & {
    /** vCPUs that the quota allows. */
    readonly vcpuQuota: number;
    /** Block volumes of pods, beside the root volumes. */
    readonly podVolumeGiB: number;
  };
  readonly lines: readonly CostLine[];
  readonly usdPerMonth: number;
  /** What is left out, said with every estimate. */
  readonly notCounted: readonly string[];
}

/** What every estimate leaves out. */
const notCounted = [
  'tax',
  'surplus CPU credits of burstable types in unlimited mode',
  'transfer between zones',
  'snapshots and S3 backups',
  'CloudWatch',
] as const;

/** Prices everything that the stacks and the objects create; nothing in a region without a price list. */
export function estimate(
  placement: ClusterPlacement,
  stacks: readonly TerraformStack[],
): Estimate | undefined {
  const { cluster, pods } = placement;
  const regional = prices[cluster.region];
  if (!regional) return undefined;
  const lines = [
    ...terraformCosts(cluster, stacks, regional),
    ...kubernetesCosts(placement, regional),
    ...trafficCosts(cluster, regional),
  ];
  const volumes = new Map(pods.flatMap((pod) => pod.volumes.map(({ claim, gib }) => [claim, gib] as const)));
  return {
    cluster: cluster.name,
    region: cluster.region,
    totals: {
      ...cluster.totals,
      vcpuQuota: cluster.quota.standardVcpu,
      podVolumeGiB: [...volumes.values()].reduce((sum, gib) => sum + gib, 0),
    },
    lines,
    usdPerMonth: total(lines),
    notCounted: [...notCounted, ...(cluster.edge.traffic ? [] : ['traffic (none is declared)'])],
  };
}

/** USD a month by node, stack or domain, the largest first; what has no node counts as `shared`. */
export function costBy(
  lines: readonly CostLine[],
  by: 'node' | 'stack' | 'domain',
): { readonly name: string; readonly usdPerMonth: number }[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const name = line[by] ?? 'shared';
    sums.set(name, (sums.get(name) ?? 0) + line.usdPerMonth);
  }
  return [...sums]
    .map(([name, usdPerMonth]) => ({ name, usdPerMonth }))
    .sort((a, b) => b.usdPerMonth - a.usdPerMonth || (a.name < b.name ? -1 : 1));
}

export const total = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { usdPerMonth }) => sum + usdPerMonth, 0);
