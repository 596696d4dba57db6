import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import type { PodFlow } from '../../model/flows/pod-flow';
import { podFlows } from '../../model/flows/pod-flows';
import type { PodGroup } from '../../model/flows/pod-groups';
import { clusterNamespaces } from '../../model/namespaces';
import { byName } from '../../model/resolve/by-name';
import { add } from '../object';
import type { NetworkPolicySpec } from '../schemas/objects';
import { peers } from './network-peers';

/** Everything is denied in both directions; then each group of pods is given exactly its flows. */
export function networkPolicies(chart: Chart, cluster: Cluster): void {
  const flows = podFlows(cluster);
  for (const { name } of clusterNamespaces(cluster)) {
    policy(chart, 'default-deny', name, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    policy(chart, 'common', name, {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: flows.filter(({ from }) => from.kind === 'every-pod').map((flow) => egressRule(cluster, flow)),
    });
  }
  for (const [name, group] of byName(groupsOf(flows)))
    policy(chart, name, group.namespace, groupSpec(cluster, flows, group));
}

/** Groups that take part in a flow and live in a namespace of ours. */
function groupsOf(flows: readonly PodFlow[]): Record<string, PodGroup> {
  const groups = flows
    .flatMap(({ from, to }) => [from, to])
    .flatMap((peer) => (peer.kind === 'pods' ? [peer.group] : []));
  return Object.fromEntries(groups.filter(({ policed }) => policed).map((group) => [group.name, group]));
}

function groupSpec(
  cluster: Cluster,
  flows: readonly PodFlow[],
  { name, labels }: PodGroup,
): NetworkPolicySpec {
  const isGroup = (peer: PodFlow['from']) => peer.kind === 'pods' && peer.group.name === name;
  const ingress = flows.filter(({ to }) => isGroup(to));
  const egress = flows.filter(({ from }) => isGroup(from));
  return {
    podSelector: { matchLabels: { ...labels } },
    policyTypes: [...(ingress.length ? ['Ingress'] : []), ...(egress.length ? ['Egress'] : [])],
    ...(ingress.length
      ? { ingress: ingress.map((flow) => ({ from: peers(cluster, flow.from), ports: portsOf(flow) })) }
      : {}),
    ...(egress.length ? { egress: egress.map((flow) => egressRule(cluster, flow)) } : {}),
  };
}

const egressRule = (cluster: Cluster, flow: PodFlow) => ({
  to: peers(cluster, flow.to),
  ports: portsOf(flow),
});

const portsOf = ({ ports, protocols = ['TCP'] }: PodFlow) =>
  ports.flatMap((port) => protocols.map((protocol) => ({ port, protocol })));

function policy(chart: Chart, name: string, namespace: string, spec: NetworkPolicySpec): void {
  add(chart, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  });
}
