import type { Cluster, Node } from '../../cluster';
import { instanceTypes, type InstanceTypeName } from '../../aws/instance-types';
import { hoursPerMonth, prices } from '../../aws/prices';
import { allocatable } from '../allocatable';
import type { ClusterPlacement } from '../placement/place-cluster';
import { schedule } from '../scheduling/schedule';

/** A larger machine that makes room. */
export interface Growth {
  readonly definedAs: string;
  readonly from: InstanceTypeName;
  readonly to: InstanceTypeName;
  readonly usdPerMonth: number;
}

/** The cheapest larger type for one of these nodes with which a workload has its place, within the vCPU quota. */
export function cheapestGrowth(
  placement: ClusterPlacement,
  workload: string,
  nodes: readonly string[],
): Growth | undefined {
  const { cluster } = placement;
  return nodes
    .flatMap((name) => {
      const node = cluster.nodes[name];
      return node ? growths(cluster, node) : [];
    })
    .sort((a, b) => a.usdPerMonth - b.usdPerMonth || (a.definedAs < b.definedAs ? -1 : 1))
    .find((growth) => makesRoom(placement, workload, growth));
}

/** Larger types of the same family; the price of a region without a price list counts as nothing. */
function growths({ nodes, region, quota }: Cluster, { definedAs, type, instance }: Node): Growth[] {
  const group = Object.values(nodes).filter((node) => node.definedAs === definedAs);
  const vcpus = Object.values(nodes).reduce((sum, node) => sum + node.instance.vcpu, 0);
  const usd = (name: InstanceTypeName) => prices[region]?.instances[name].usd ?? 0;
  const family = `${type.split('.')[0] ?? ''}.`;
  return (Object.keys(instanceTypes) as InstanceTypeName[])
    .filter((name) => name.startsWith(family) && instanceTypes[name].memoryMiB > instance.memoryMiB)
    .filter((name) => vcpus + (instanceTypes[name].vcpu - instance.vcpu) * group.length <= quota.standardVcpu)
    .map((to) => ({
      definedAs,
      from: type,
      to,
      usdPerMonth: (usd(to) - usd(type)) * hoursPerMonth * group.length,
    }));
}

function makesRoom(placement: ClusterPlacement, workload: string, { definedAs, to }: Growth): boolean {
  const { cluster, pods, namespaces } = placement;
  const nodes = placement.nodes.map((node) => {
    const own = cluster.nodes[node.name];
    return own?.definedAs === definedAs
      ? { ...node, allocatable: allocatable(instanceTypes[to], own.rootVolumeGiB) }
      : node;
  });
  return !schedule(nodes, pods, namespaces).unplaced.some(({ pod }) => pod.template.workload === workload);
}
