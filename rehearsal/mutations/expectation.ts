import { runRules } from '../../checks/run-rules';
import { clusterRules } from '../../checks/rules';
import { placementFindings } from '../../model/capacity/findings/placement-findings';
import type { Cluster } from '../../model/cluster';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { producedArtifacts } from '../../synth/artifacts';
import { placementOf } from '../../synth/placement';
import { produceCluster } from '../../synth/produce';
import type { ProducedFile } from '../../synth/produced-file';

/** Codes of the findings that a synth would report if one object of the output were another. */
export type FindingsOf = (path: string, object: KubernetesObject) => readonly string[];

/** Runs what a synth runs over the output of a cluster with one object replaced; what it finds anyway does not count. */
export function findingsOf(cluster: Cluster): FindingsOf {
  const files = produceCluster(cluster);
  const findings = (changed: readonly ProducedFile[]) => [
    ...runRules(producedArtifacts(changed), clusterRules),
    ...placementFindings(placementOf(cluster, changed)),
  ];
  const known = new Set(findings(files).map(({ code, path }) => `${code} ${path}`));
  return (path, object) => {
    const changed = files.map((file): ProducedFile =>
      file.path === path && file.content.kind === 'manifest'
        ? { ...file, content: { ...file.content, value: object } }
        : file,
    );
    const added = findings(changed).filter(({ code, path: place }) => !known.has(`${code} ${place}`));
    return [...new Set(added.map(({ code }) => code))].sort();
  };
}
