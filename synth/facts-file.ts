import type { ClusterPlacement } from '../model/capacity/placement/place-cluster';
import { estimate } from '../model/cost/estimate';
import { clusterFacts } from '../model/facts';
import type { Finding } from '../model/finding';
import type { ProducedFile } from './produced-file';

/** Where a cluster's proof and price stand, so that a review sees them change with the rest. */
export function factsFile(
  placement: ClusterPlacement,
  files: readonly ProducedFile[],
  findings: readonly Finding[],
): ProducedFile {
  const { name } = placement.cluster;
  const stacks = files.flatMap(({ content }) =>
    content.kind === 'terraform' ? [{ stack: content.stack, value: content.value }] : [],
  );
  const value = clusterFacts(placement, estimate(placement, stacks), findings);
  return { path: `dist/${name}/facts.json`, cluster: name, content: { kind: 'data', value } };
}
