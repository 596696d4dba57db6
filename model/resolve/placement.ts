import type { Node, Placement } from '../cluster';
import type { ClusterDefinition } from '../definition/cluster-definition';
import type { Role } from '../definition/role-definition';
import { groupBy } from '../group-by';

/** Where the pods of an API, a worker or an infrastructure service run. */
export type PlacementOf = (role: Exclude<Role, 'control-plane'>, serves: string) => Placement;

/**
 * On the nodes that serve it or, where there is none, on those of a `shared` role.
 *
 * @throws where neither exists: the definition was not checked
 */
export function placements(
  definition: ClusterDefinition,
  nodes: Readonly<Record<string, Node>>,
): PlacementOf {
  const all = Object.values(nodes);
  const dedicated = groupBy(all, ({ role, serves }) => `${role} ${serves ?? ''}`);
  const shared = all.filter(({ role }) => definition.roles[role]?.shared);
  return (role, serves) => {
    const chosen = dedicated.get(`${role} ${serves}`) ?? shared;
    const [first] = chosen;
    if (!first) throw new Error(`no node serves ${role} ${serves}: not checked`);
    const selectBy = definition.roles[first.role]?.selectBy ?? [];
    return {
      labels: Object.fromEntries([...selectBy].sort().map((key) => [key, first.labels[key] ?? ''])),
      tolerations: first.taints,
      nodes: chosen.map((node) => node.name).sort(),
    };
  };
}
