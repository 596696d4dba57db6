import type { Cluster, Node } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';

/** Machines of one zone that differ in nothing but their number, drawn as one box. */
export interface Machines {
  readonly node: Node;
  readonly count: number;
}

/** Machines of a zone in the order in which they come up. */
export function machinesOf({ nodes }: Cluster, letter: string): Machines[] {
  const groups = new Map<string, Machines>();
  const here = byName(nodes).filter(([, { zone }]) => zone.letter === letter);
  for (const [, node] of here.sort(([, a], [, b]) => a.number - b.number)) {
    const first = groups.get(node.definedAs);
    groups.set(node.definedAs, { node: first?.node ?? node, count: (first?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

/** What pods find there, in the words of the definition. */
export function purpose({ domains }: Cluster, { role, serves }: Node): string {
  if (serves === undefined) return role;
  const path = role === 'api' ? domains[serves]?.path : undefined;
  return path ?? `${role === 'worker' ? 'worker ' : ''}${serves}`;
}
