import type { Cluster } from '../cluster';

/** Whom a node's cost belongs to: the domain that it serves, itself or through its worker; else all together. */
export function nodeDomain({ nodes, workers }: Cluster, name: string): string {
  const node = nodes[name];
  if (!node?.serves) return 'shared';
  if (node.role === 'api') return node.serves;
  return node.role === 'worker' ? (workers[node.serves]?.domain ?? 'shared') : 'shared';
}
