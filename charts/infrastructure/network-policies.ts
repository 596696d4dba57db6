import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import type { PodFlow } from '../../model/flows/pod-flow';
import { podFlows } from '../../model/flows/pod-flows';
import type { PodGroup } from '../../model/flows/pod-groups';
import { groupBy } from '../../model/group-by';
import { clusterNamespaces } from '../../model/namespaces';
import { byName } from '../../model/resolve/by-name';
import { add } from '../object';
import type { NetworkPolicySpec } from '../schemas/objects';
import { peers } from './network-peers';

/** Everything is denied in both directions; then each group of pods is given exactly its flows. */
export function networkPolicies(chart: Chart, cluster: Cluster): void {
  const flows = podFlows(cluster);
  const common = flows.filter(({ from }) => from.kind === 'every-pod');
  for (const { name } of clusterNamespaces(cluster)) {
    policy(chart, 'default-deny', name, { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    policy(chart, 'common', name, {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: common.map((flow) => egressRule(cluster, flow)),
    });
  }
  const into = groupBy(flows, ({ to }) => groupOf(to)?.name);
  const outOf = groupBy(flows, ({ from }) => groupOf(from)?.name);
  for (const [name, group] of byName(policedGroups(flows)))
    policy(
      chart,
      name,
      group.namespace,
      groupSpec(cluster, group, into.get(name) ?? [], outOf.get(name) ?? []),
    );
}

const groupOf = (peer: PodFlow['from']): PodGroup | undefined =>
  peer.kind === 'pods' ? peer.group : undefined;

/** Groups that take part in a flow and live in a namespace of ours. */
function policedGroups(flows: readonly PodFlow[]): Record<string, PodGroup> {
  const groups = flows.flatMap(({ from, to }) => [groupOf(from), groupOf(to)]);
  return Object.fromEntries(groups.flatMap((group) => (group?.policed ? [[group.name, group]] : [])));
}

function groupSpec(
  cluster: Cluster,
  { labels }: PodGroup,
  ingress: readonly PodFlow[],
  egress: readonly PodFlow[],
): NetworkPolicySpec {
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
