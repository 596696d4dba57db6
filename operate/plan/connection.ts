import type { Cluster } from '../../model/cluster';

/** How an operator reaches a cluster. */
export interface Connection {
  /** Private half of the machines' key. */
  readonly privateKey: string;
  /** Port on this machine that a tunnel takes. */
  readonly localPort: number;
}

/** Without an admin network, and to a load balancer inside the VPC, everything goes through Session Manager. */
export function usesSessionManager({ network, controlPlane }: Cluster): boolean {
  return network.adminCidrs.length === 0 || controlPlane.endpoint === 'network-load-balancer';
}
