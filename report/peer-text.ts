import type { Endpoint } from '../model/flows/machine-flow';
import type { Peer } from '../model/flows/pod-flow';

/** One side of a NetworkPolicy's flow, in words. */
export function peerText(peer: Peer): string {
  switch (peer.kind) {
    case 'pods':
      return `${peer.group.namespace}/${peer.group.name}`;
    case 'namespace': {
      const labels = Object.entries(peer.labels ?? {}).map(([key, value]) => `${key}=${value}`);
      return `pods of ${peer.namespace}${labels.length ? ` with ${labels.join(', ')}` : ''}`;
    }
    case 'every-pod':
      return 'every pod of ours';
    case 'nodes':
      return 'all machines';
    case 'api-server':
      return 'the API server';
    case 'api-server-client':
      return 'the API server, from a control plane';
    case 'load-balancer':
      return 'the shared load balancer';
    case 'internet':
      return 'the internet over HTTPS';
  }
}

/** One side of a security group's flow, in words. */
export function endpointText(endpoint: Endpoint): string {
  if ('group' in endpoint) return `security group ${endpoint.group}`;
  return 'cidr' in endpoint ? endpoint.cidr : `AWS service ${endpoint.service}`;
}
