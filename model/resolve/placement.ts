import type { Node, Placement } from '../cluster';
import type { ClusterDefinition } from '../definition/cluster-definition';
import type { Role } from '../definition/role-definition';

/**
 * Where the pods of an API, a worker or an infrastructure service run: on the nodes that serve it or, where there is
 * none, on those of a `shared` role.
 */
export function resolvePlacement(
  definition: ClusterDefinition,
  nodes: Readonly<Record<string, Node>>,
  role: Exclude<Role, 'control-plane'>,
  serves: string,
): Placement {
  const all = Object.values(nodes);
  const dedicated = all.filter((node) => node.role === role && node.serves === serves);
  const chosen = dedicated.length ? dedicated : all.filter((node) => definition.roles[node.role]?.shared);
  const first = chosen[0];
  if (!first) throw new Error(`no node serves ${role} ${serves}: not checked`);
  const selectBy = definition.roles[first.role]?.selectBy ?? [];
  return {
    labels: Object.fromEntries([...selectBy].sort().map((key) => [key, first.labels[key] ?? ''])),
    tolerations: first.taints,
    nodes: chosen.map((node) => node.name).sort(),
  };
}
