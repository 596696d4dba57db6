import { placeCluster, type ClusterPlacement } from '../model/capacity/placement/place-cluster';
import type { Cluster } from '../model/cluster';
import type { ProducedFile } from './produced-file';

/** Places the pods of everything that was produced for a cluster. */
export function placementOf(cluster: Cluster, files: readonly ProducedFile[]): ClusterPlacement {
  return placeCluster(
    cluster,
    files.flatMap(({ content }) =>
      content.kind === 'manifest'
        ? [{ object: content.value, application: applicationOf(content.folder) }]
        : [],
    ),
  );
}

/** `manifests/api-auth` belongs to the Application api-auth, `argocd` to the root. */
function applicationOf(folder: string): string {
  return folder.startsWith('manifests/') ? folder.slice('manifests/'.length) : 'root-app';
}
