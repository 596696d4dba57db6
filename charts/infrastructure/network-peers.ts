import type { Cluster } from '../../model/cluster';
import type { Peer } from '../../model/flows/pod-flow';
import { controlPlaneAddresses, subnetCidrs } from '../../model/network/addresses';
import type { NetworkPolicyPeer } from '../schemas/objects';

/** The metadata service, which hands out a node's credentials, and the rest of its link-local network. */
const linkLocal = '169.254.0.0/16';

/** A peer of a flow as NetworkPolicies name it: by labels inside the cluster, by addresses outside. */
export function peers(cluster: Cluster, peer: Peer): NetworkPolicyPeer[] {
  const block = (cidr: string): NetworkPolicyPeer => ({ ipBlock: { cidr } });
  switch (peer.kind) {
    case 'pods':
      return [namespaced(peer.group.namespace, peer.group.labels)];
    case 'namespace':
      return [namespaced(peer.namespace, peer.labels)];
    case 'every-pod':
      return [{ namespaceSelector: {} }];
    case 'nodes':
      return subnetCidrs(cluster, 'nodes').map(block);
    case 'load-balancer':
      // A node port rewrites the source: what the load balancer sends arrives from the node that it chose (incident H09).
      return [...new Set([...subnetCidrs(cluster, 'nodes'), ...subnetCidrs(cluster, 'load-balancer')])].map(
        block,
      );
    case 'api-server':
      return controlPlaneAddresses(cluster).map((address) => block(`${address}/32`));
    case 'api-server-client':
      return [
        ...controlPlaneAddresses(cluster).map((address) => `${address}/32`),
        cluster.network.podCidr,
      ].map(block);
    case 'internet':
      return internet(cluster);
  }
}

function namespaced(
  namespace: string,
  labels: Readonly<Record<string, string>> | undefined,
): NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    ...(labels ? { podSelector: { matchLabels: { ...labels } } } : {}),
  };
}

function internet(cluster: Cluster): NetworkPolicyPeer[] {
  const { vpcCidr, podCidr, serviceCidr, egress } = cluster.network;
  if (egress === 'vpc-endpoints') return subnetCidrs(cluster, 'nodes').map((cidr) => ({ ipBlock: { cidr } }));
  return [{ ipBlock: { cidr: '0.0.0.0/0', except: [vpcCidr, podCidr, serviceCidr, linkLocal] } }];
}
