import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';

/** How nodes and administrators reach the API server. It is in every certificate and kubeconfig. */
export interface ControlPlaneEndpoint {
  readonly host: string;
  readonly port: number;
  /** What `host` resolves to on every machine; none where DNS knows it, as with a load balancer's own name. */
  readonly address?: string;
  /** Address under which administrators outside the VPC call it. */
  readonly publicIp?: string;
}

export interface EndpointAddresses {
  /** DNS name of the load balancer before several control-plane nodes. */
  readonly loadBalancer?: string;
  readonly publicIp?: string;
}

/**
 * A name rather than an address even for a single control-plane node, so that a load balancer can take its place
 * without new certificates on every machine.
 */
export function controlPlaneEndpoint(
  cluster: Cluster,
  { loadBalancer, publicIp }: EndpointAddresses = {},
): ControlPlaneEndpoint {
  const own = `k8s-api.${cluster.name}.internal`;
  const port = 6443;
  const outside = publicIp === undefined ? {} : { publicIp };
  if (cluster.controlPlane.endpoint === 'network-load-balancer')
    return { host: loadBalancer ?? own, port, ...outside };
  const [first] = byName(cluster.nodes).filter(([, node]) => node.role === 'control-plane');
  if (!first) throw new Error(`${cluster.name} has no control-plane node: not checked`);
  return { host: own, port, address: first[1].privateIp, ...outside };
}
