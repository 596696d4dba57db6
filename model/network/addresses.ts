import type { Cluster } from '../cluster';

/** Addresses of the machines that answer for the API server, sorted. */
export function controlPlaneAddresses({ nodes }: Pick<Cluster, 'nodes'>): string[] {
  return Object.values(nodes)
    .filter(({ role }) => role === 'control-plane')
    .map(({ privateIp }) => privateIp)
    .sort();
}

/** Subnets of the nodes, or those of the load balancer, which is always public. */
export function subnetCidrs({ network }: Pick<Cluster, 'network'>, of: 'nodes' | 'load-balancer'): string[] {
  return Object.values(network.zones).map(({ publicSubnet, privateSubnet }) =>
    of === 'load-balancer' || network.egress === 'internet-gateway'
      ? publicSubnet
      : (privateSubnet ?? publicSubnet),
  );
}
