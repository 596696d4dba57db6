import { incidentsDocument } from '../checks/incidents/document';
import { handOffConfig } from '../charts/gitops-tools/atlantis/hand-off-config';
import { atlantisConfig } from '../infra/atlantis';
import { inventory } from '../infra/inventory/inventory';
import { synthesizeStacks } from '../infra/synthesize-stacks';
import { synthesizeManifests, type SynthesizedManifests } from '../manifests/synthesize-manifests';
import { repositoryConfigFile } from '../model/atlantis/repository-config';
import type { Cluster } from '../model/cluster';
import type { Engine } from '../model/engine';
import type { KubernetesObject } from '../model/kubernetes-object';
import { plannedStackNames } from '../model/stacks';
import { diagram } from '../report/diagram/diagram';
import { marker } from './marker';
import type { ProducedFile } from './produced-file';

/** Every file of one cluster. */
export function produceCluster(cluster: Cluster, engine: Engine = 'quick'): ProducedFile[] {
  const file = (path: string, content: ProducedFile['content']): ProducedFile => ({
    path: `dist/${cluster.name}/${path}`,
    cluster: cluster.name,
    content,
  });
  return [
    ...synthesizeStacks(cluster, engine).map(({ name, json }) =>
      file(`terraform/${name}/cdk.tf.json`, { kind: 'terraform', stack: name, value: json }),
    ),
    ...synthesizeManifests(cluster, engine).flatMap((manifests) =>
      manifests.objects.map((value) =>
        file(`${manifests.folder}/${objectFile(manifests, value)}`, {
          kind: 'manifest',
          folder: manifests.folder,
          value,
        }),
      ),
    ),
    file('ansible/inventory.yaml', { kind: 'inventory', value: inventory(cluster) }),
    { path: repositoryConfigFile(cluster.name), cluster: cluster.name, content: atlantis([cluster]) },
    file('hand-off.json', { kind: 'data', value: handOffConfig(cluster) }),
  ];
}

/** Files that all clusters share; the picture in the README shows the first of them. */
export function produceShared(clusters: readonly Cluster[]): ProducedFile[] {
  return [
    { path: 'atlantis.yaml', content: atlantis(clusters) },
    { path: 'docs/incidents.md', content: { kind: 'text', value: incidentsDocument() } },
    ...clusters.slice(0, 1).map((cluster): ProducedFile => ({
      path: 'docs/topology.svg',
      content: { kind: 'text', value: diagram(cluster, marker(cluster.name)) },
    })),
  ];
}

function atlantis(clusters: readonly Cluster[]): ProducedFile['content'] {
  const projects = clusters.map((cluster) => ({ cluster, stacks: plannedStackNames(cluster) }));
  return { kind: 'atlantis', value: atlantisConfig(projects) };
}

/**
 * `<kind>-<name>.yaml`, in a folder named after the object's namespace where that is not the Application's own: a name
 * that depends on the object alone, so that adding one renames no other.
 */
function objectFile({ namespace }: SynthesizedManifests, object: KubernetesObject): string {
  const { name, namespace: own } = object.metadata;
  const file = `${object.kind.toLowerCase()}-${name.replaceAll(/[^A-Za-z0-9.-]/g, '-')}.yaml`;
  return own === undefined || own === namespace ? file : `${own}/${file}`;
}
