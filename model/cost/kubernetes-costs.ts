import { hoursPerMonth, type RegionalPrices } from '../aws/prices';
import type { ClusterPlacement } from '../capacity/placement/place-cluster';
import { costLine, type CostLine } from './cost-line';
import { nodeDomain } from './node-domain';

const stack = 'kubernetes';
const groupAnnotation = 'alb.ingress.kubernetes.io/group.name';

/** What controllers create for the objects of a cluster: block volumes and load balancers. */
export function kubernetesCosts(placement: ClusterPlacement, prices: RegionalPrices): CostLine[] {
  return [...volumes(placement, prices), ...loadBalancers(placement, prices)];
}

/** Each claim once, on the node where its pod runs. */
function volumes({ cluster, pods, steady }: ClusterPlacement, prices: RegionalPrices): CostLine[] {
  const seen = new Map<string, CostLine>();
  for (const { name, volumes: own } of pods) {
    const node = steady.assignments.get(name);
    for (const { claim, gib } of own)
      if (!seen.has(claim))
        seen.set(
          claim,
          costLine({
            stack,
            item: `volume ${claim}`,
            ...(node === undefined ? {} : { node }),
            domain: node === undefined ? 'shared' : nodeDomain(cluster, node),
            quantity: gib,
            price: prices.gp3,
          }),
        );
  }
  return [...seen.values()];
}

/** Ingresses of one group share one load balancer; it has an address in each zone. */
function loadBalancers({ cluster, objects }: ClusterPlacement, prices: RegionalPrices): CostLine[] {
  const groups = objects
    .filter(({ kind }) => kind === 'Ingress')
    .map(
      ({ metadata }) =>
        metadata.annotations?.[groupAnnotation] ?? `${metadata.namespace ?? ''}/${metadata.name}`,
    );
  const zones = Object.keys(cluster.network.zones).length;
  const shared = (item: string, quantity: number, price: CostLine['price']) =>
    costLine({ stack, item, domain: 'shared', quantity, price });
  return [...new Set(groups)]
    .sort()
    .flatMap((group) => [
      shared(`load balancer ${group}`, hoursPerMonth, prices.applicationLoadBalancer),
      shared(`public IPv4 addresses of ${group}`, hoursPerMonth * zones, prices.publicIpv4),
    ]);
}
