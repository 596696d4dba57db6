import type { NetworkPolicy } from '../../../charts/schemas/objects';
import type { Cluster } from '../../../model/cluster';
import type { Peer, PodFlow } from '../../../model/flows/pod-flow';
import { podFlows } from '../../../model/flows/pod-flows';
import { podGroups, type PodGroup } from '../../../model/flows/pod-groups';
import { clusterNamespaces } from '../../../model/namespaces';
import { controlPlaneAddresses } from '../../../model/network/addresses';
import { hostAddress } from '../../../model/network/cidr';
import { ownedObjects, resolvedClusters } from '../../support/manifests';
import { isAllowed, type Connection, type End } from '../../support/network-simulator';

/** Something that a peer stands for, as it appears on the wire. */
function endsOf(cluster: Cluster, peer: Peer): End[] {
  const { podCidr, zones } = cluster.network;
  const tunnel = hostAddress(podCidr, 1);
  const podAddress = hostAddress(podCidr, 77);
  switch (peer.kind) {
    case 'pods':
      return [{ address: podAddress, pod: peer.group }];
    case 'namespace':
      return [{ address: podAddress, pod: { namespace: peer.namespace, labels: peer.labels ?? {} } }];
    case 'every-pod':
      return clusterNamespaces(cluster).map(({ name }) => ({
        address: podAddress,
        pod: { namespace: name, labels: { anything: 'at all' } },
      }));
    case 'nodes':
      return Object.values(cluster.nodes).map(({ privateIp }) => ({ address: privateIp }));
    case 'api-server':
      return controlPlaneAddresses(cluster).map((address) => ({ address }));
    case 'api-server-client':
      return [...controlPlaneAddresses(cluster).map((address) => ({ address })), { address: tunnel }];
    case 'load-balancer':
      return Object.values(zones).map(({ publicSubnet }) => ({ address: hostAddress(publicSubnet, 200) }));
    case 'internet':
      return [{ address: '52.219.60.1' }];
  }
}

function connections(cluster: Cluster, flow: PodFlow): Connection[] {
  return endsOf(cluster, flow.from).flatMap((from) =>
    endsOf(cluster, flow.to).flatMap((to) =>
      flow.ports.flatMap((port) =>
        (flow.protocols ?? ['TCP']).map((protocol) => ({ from, to, port, protocol })),
      ),
    ),
  );
}

const groupsOf = (cluster: Cluster): PodGroup[] => Object.values(podGroups(cluster)).flat();
const policed = (cluster: Cluster) => groupsOf(cluster).filter((group) => group.policed);

describe.each(resolvedClusters)('NetworkPolicies of %s', (_name, cluster) => {
  const policies = ownedObjects(cluster)
    .map(({ object }) => object)
    .filter(({ kind }) => kind === 'NetworkPolicy') as unknown as NetworkPolicy[];
  const flows = podFlows(cluster);
  const pod = (group: PodGroup): End => ({ address: hostAddress(cluster.network.podCidr, 77), pod: group });

  test('allow every flow of the matrix', () => {
    const denied = flows.flatMap((flow) =>
      connections(cluster, flow)
        .filter((connection) => !isAllowed(policies, connection))
        .map((connection) => ({ why: flow.why, connection })),
    );
    expect(denied).toEqual([]);
  });

  test('deny whatever two groups of pods have not been given', () => {
    const portsInUse = [...new Set(flows.flatMap(({ ports }) => ports))];
    const given = (from: PodGroup, to: PodGroup, port: number) =>
      flows.some(
        (flow) =>
          flow.from.kind === 'pods' &&
          flow.to.kind === 'pods' &&
          flow.from.group.name === from.name &&
          flow.to.group.name === to.name &&
          flow.ports.includes(port),
      );
    const leaks = policed(cluster).flatMap((from) =>
      policed(cluster).flatMap((to) =>
        portsInUse
          .filter((port) => !given(from, to, port))
          // The API server reaches webhooks from an address in the pod CIDR, so their ports admit every pod.
          .filter(
            (port) =>
              !flows.some(
                (flow) =>
                  flow.from.kind === 'api-server-client' &&
                  flow.to.kind === 'pods' &&
                  flow.to.group.name === to.name &&
                  flow.ports.includes(port),
              ),
          )
          .filter((port) => isAllowed(policies, { from: pod(from), to: pod(to), port, protocol: 'TCP' }))
          .map((port) => `${from.name} → ${to.name}:${String(port)}`),
      ),
    );
    expect(leaks).toEqual([]);
  });

  test('let nobody reach the metadata service', () => {
    const reach = policed(cluster).filter((from) =>
      isAllowed(policies, { from: pod(from), to: { address: '169.254.169.254' }, port: 80, protocol: 'TCP' }),
    );
    expect(reach).toEqual([]);
  });

  test('let only those call the internet who need to', () => {
    const needs = flows.flatMap(({ from, to }) =>
      to.kind === 'internet' && from.kind === 'pods' ? [from.group.name] : [],
    );
    const reach = policed(cluster)
      .filter((from) =>
        isAllowed(policies, { from: pod(from), to: { address: '52.219.60.1' }, port: 443, protocol: 'TCP' }),
      )
      .map(({ name }) => name);
    expect(reach.sort()).toEqual([...new Set(needs)].sort());
  });

  test('decide on the packet after DNAT: the API server is a node on 6443, not the Service on 443', () => {
    const { externalSecrets } = podGroups(cluster);
    const service = hostAddress(cluster.network.serviceCidr, 1);
    const [address = ''] = controlPlaneAddresses(cluster);
    const call: Connection = {
      from: pod(externalSecrets),
      to: { address: service },
      port: 443,
      protocol: 'TCP',
    };
    const translation = { address: service, port: 443, endpoint: { address }, endpointPort: 6443 };
    expect(isAllowed(policies, call, [translation])).toBe(true);
    // Without the translation nothing matches: a policy for 10.96.0.1:443 would be dead text.
    expect(isAllowed(policies, call)).toBe(false);
  });

  test('keep what reaches an API to the load balancer, Prometheus and the smoke test', () => {
    const [api] = groupsOf(cluster);
    if (!api) throw new Error('no API');
    const stranger: End = {
      address: hostAddress(cluster.network.podCidr, 99),
      pod: { namespace: 'kube-system', labels: {} },
    };
    expect(isAllowed(policies, { from: stranger, to: pod(api), port: 8000, protocol: 'TCP' })).toBe(false);
  });

  test('deny in both directions in every namespace of ours', () => {
    const closed = policies
      .filter(({ metadata }) => metadata.name === 'default-deny')
      .map(({ metadata }) => metadata.namespace);
    expect(closed.sort()).toEqual(
      clusterNamespaces(cluster)
        .map(({ name }) => name)
        .sort(),
    );
  });
});
