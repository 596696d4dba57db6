import { performance } from 'node:perf_hooks';
import type { Cluster } from '../model/cluster';
import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { synthesize } from '../synth/synthesize';
import { objectTree, readDist, type ObjectTree } from './desired/tree';
import { highlyAvailable } from './highly-available';

/** One cluster to rehearse. */
export interface Scenario {
  readonly name: string;
  readonly cluster: Cluster;
  readonly tree: ObjectTree;
}

/** The committed output of a definition. */
export function committed(root: string, definition: ClusterDefinition): Scenario {
  return {
    name: definition.name,
    cluster: resolveCluster(definition),
    tree: readDist(root, definition.name),
  };
}

/** The output of the highly available variant of a definition, which is never written. */
export function generated(definition: ClusterDefinition): Scenario {
  const variant = highlyAvailable(definition);
  const { files, ok, summaries, registryFindings } = synthesize([variant], { now: () => performance.now() });
  const findings = [...registryFindings, ...summaries.flatMap((summary) => summary.findings)];
  if (!ok) throw new Error(`${variant.name} has findings: ${JSON.stringify(findings)}`);
  return { name: variant.name, cluster: resolveCluster(variant), tree: objectTree(files) };
}
