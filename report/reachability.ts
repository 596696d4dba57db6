import type { WorkloadPods } from '../model/capacity/workloads/pods';
import type { ClusterPlacement } from '../model/capacity/placement/place-cluster';
import type { Peer, PodFlow } from '../model/flows/pod-flow';
import { podFlows } from '../model/flows/pod-flows';

/** Who may open connections to the pods of a workload, and to whom they may. */
export interface Reachability {
  readonly workload: string;
  /** `policed`: what no flow allows is denied. A `host-network` pod has its machine's address, which no policy selects. */
  readonly restriction: 'policed' | 'open' | 'host-network';
  readonly incoming: readonly PodFlow[];
  readonly outgoing: readonly PodFlow[];
  /** Workloads on the other side of those flows. */
  readonly callers: readonly string[];
  readonly callees: readonly string[];
}

/** What the table behind the NetworkPolicies says of each workload, in the order of their names. */
export function reachabilities(placement: ClusterPlacement): Reachability[] {
  const flows = podFlows(placement.cluster);
  const denied = deniedNamespaces(placement);
  const workloads = [...placement.workloads].sort((a, b) =>
    a.template.workload < b.template.workload ? -1 : 1,
  );
  const matching = (peers: readonly Peer[]) =>
    workloads
      .filter((one) => peers.some((peer) => includes(peer, one, denied)))
      .map(({ template }) => template.workload);
  return workloads.map((one) => {
    const incoming = flows.filter(({ to }) => includes(to, one, denied));
    const outgoing = flows.filter(({ from }) => includes(from, one, denied));
    return {
      workload: one.template.workload,
      restriction: onHostNetwork(one)
        ? 'host-network'
        : denied.has(one.template.namespace)
          ? 'policed'
          : 'open',
      incoming,
      outgoing,
      callers: matching(incoming.map(({ from }) => from)),
      callees: matching(outgoing.map(({ to }) => to)),
    };
  });
}

const onHostNetwork = ({ workload }: WorkloadPods): boolean => workload.spec.hostNetwork === true;

/** Namespaces where a policy that selects every pod denies what no other policy allows. */
function deniedNamespaces({ objects }: ClusterPlacement): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ kind, metadata, spec }) => {
      const selector = (spec as { podSelector?: object } | undefined)?.podSelector;
      return kind === 'NetworkPolicy' && selector && !Object.keys(selector).length
        ? [metadata.namespace ?? 'default']
        : [];
    }),
  );
}

function includes(peer: Peer, one: WorkloadPods, denied: ReadonlySet<string>): boolean {
  const { namespace, labels } = one.template;
  if (onHostNetwork(one)) return false;
  const carries = (wanted: Readonly<Record<string, string>> = {}) =>
    Object.entries(wanted).every(([key, value]) => labels[key] === value);
  switch (peer.kind) {
    case 'pods':
      return peer.group.namespace === namespace && carries(peer.group.labels);
    case 'namespace':
      return peer.namespace === namespace && carries(peer.labels);
    case 'every-pod':
      return denied.has(namespace);
    case 'nodes':
    case 'api-server':
    case 'api-server-client':
    case 'load-balancer':
    case 'internet':
      return false;
  }
}
