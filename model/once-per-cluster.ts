import type { Cluster } from './cluster';

/** The same function, computed once for each cluster: a resolved cluster is frozen. */
export function oncePerCluster<T>(compute: (cluster: Cluster) => T): (cluster: Cluster) => T {
  const known = new WeakMap<Cluster, { readonly value: T }>();
  return (cluster) => {
    const found = known.get(cluster) ?? { value: compute(cluster) };
    known.set(cluster, found);
    return found.value;
  };
}
