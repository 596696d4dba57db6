import type { Cluster } from '../cluster';
import type { Role } from '../definition/role-definition';
import type { AwsIdentity } from './identities';

/** Kinds of nodes that a cluster has, sorted. */
export const nodeKinds = ({ nodes }: Pick<Cluster, 'nodes'>): Role[] =>
  [...new Set(Object.values(nodes).map(({ role }) => role))].sort();

/** Kinds of nodes that the pods of an identity run on: those get its policies where pods use their node's role. */
export function identityNodeKinds(cluster: Cluster, identity: AwsIdentity): Role[] {
  const { nodes, domains, workers, data } = cluster;
  const own = [...Object.values(domains), ...Object.values(workers)].find(({ app }) => app === identity.name);
  const placement =
    own?.placement ?? (identity.name === 'postgresql' ? data.postgresql.placement : undefined);
  const names =
    placement?.nodes ??
    // Controllers run on the control plane and wherever there is no taint.
    Object.values(nodes)
      .filter(({ role, taints }) => role === 'control-plane' || !taints.length)
      .map(({ name }) => name);
  return [...new Set(names.flatMap((name) => nodes[name]?.role ?? []))].sort();
}
