import { eco2 } from '../../clusters/eco2';
import { placementFindings } from '../../model/capacity/findings/placement-findings';
import { placeCluster, type ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import type { Cluster } from '../../model/cluster';
import type { Finding } from '../../model/finding';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { placementOf } from '../../synth/placement';
import { Tree } from './tree';

export const eco2Cluster = resolveCluster(eco2);

/** Where the pods of eco2 run after `change` broke its output. */
export function placementAfter(
  change: (tree: Tree) => void,
  cluster: Cluster = eco2Cluster,
): ClusterPlacement {
  const tree = new Tree();
  change(tree);
  return placementOf(cluster, tree.files);
}

/** What the placement rules find after `change`. */
export const placementFindingsAfter = (change: (tree: Tree) => void): Finding[] =>
  placementFindings(placementAfter(change));

/** The placement of a few objects beside what the bootstrap starts. */
export function placed(objects: readonly object[], cluster: Cluster = eco2Cluster): ClusterPlacement {
  return placeCluster(
    cluster,
    objects.map((object) => ({ object: object as KubernetesObject })),
  );
}
