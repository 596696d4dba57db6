import { Address4 } from 'ip-address';
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../charts/schemas/objects';

/** An end of a connection: a pod, or an address outside every pod. */
export interface End {
  readonly address: string;
  /** @default - not a pod */
  readonly pod?: { readonly namespace: string; readonly labels: Readonly<Record<string, string>> };
}

export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

/** A Service: what kube-proxy turns its address into before Calico looks at a packet. */
export interface ServiceAddress {
  readonly address: string;
  readonly port: number;
  readonly endpoint: End;
  readonly endpointPort: number;
}

/**
 * Whether a connection is allowed, as Calico decides: on the packet after DNAT, by the policies of the pod that sends and
 * of the pod that receives. A pod that no policy of a direction selects is open in that direction.
 */
export function isAllowed(
  policies: readonly NetworkPolicy[],
  connection: Connection,
  services: readonly ServiceAddress[] = [],
): boolean {
  const { from, to, port, protocol } = afterDnat(connection, services);
  return (
    admits(policies, 'Egress', from, (policy) =>
      (policy.spec?.egress ?? []).some(
        (rule) => matchesPeers(rule.to, to) && matchesPorts(rule.ports, port, protocol),
      ),
    ) &&
    admits(policies, 'Ingress', to, (policy) =>
      (policy.spec?.ingress ?? []).some(
        (rule) => matchesPeers(rule.from, from) && matchesPorts(rule.ports, port, protocol),
      ),
    )
  );
}

function afterDnat(connection: Connection, services: readonly ServiceAddress[]): Connection {
  const service = services.find(
    ({ address, port }) => address === connection.to.address && port === connection.port,
  );
  return service ? { ...connection, to: service.endpoint, port: service.endpointPort } : connection;
}

function admits(
  policies: readonly NetworkPolicy[],
  direction: 'Ingress' | 'Egress',
  { pod }: End,
  allows: (policy: NetworkPolicy) => boolean,
): boolean {
  if (!pod) return true;
  const selecting = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === pod.namespace &&
      spec?.policyTypes?.includes(direction) &&
      hasLabels(spec.podSelector.matchLabels, pod.labels),
  );
  return selecting.length === 0 || selecting.some(allows);
}

const hasLabels = (wanted: Readonly<Record<string, string>> = {}, labels: Readonly<Record<string, string>>) =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);

const matchesPeers = (peers: readonly NetworkPolicyPeer[] | undefined, end: End): boolean =>
  peers === undefined || peers.some((peer) => matchesPeer(peer, end));

function matchesPeer(
  { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer,
  { address, pod }: End,
): boolean {
  if (ipBlock) {
    const inside = (cidr: string) => new Address4(address).isInSubnet(new Address4(cidr));
    return inside(ipBlock.cidr) && !(ipBlock.except ?? []).some(inside);
  }
  if (!pod) return false;
  return (
    hasLabels(namespaceSelector?.matchLabels, { 'kubernetes.io/metadata.name': pod.namespace }) &&
    hasLabels(podSelector?.matchLabels, pod.labels)
  );
}

const matchesPorts = (
  ports: readonly NetworkPolicyPort[] | undefined,
  port: number,
  protocol: string,
): boolean =>
  ports === undefined ||
  ports.some((one) => (one.protocol ?? 'TCP') === protocol && (one.port === undefined || one.port === port));
