import { ApiObject, App, Testing, YamlOutputType, type Chart } from 'cdk8s';
import type { Cluster } from '../model/cluster';
import type { Engine } from '../model/engine';
import type { KubernetesObject } from '../model/kubernetes-object';
import { applications } from './applications';
import { ArgocdChart } from './argocd-chart';
import { plainObject } from './plain-object';

/** The objects of one Application, or of Argo CD itself. */
export interface SynthesizedManifests {
  /** Folder below dist/<cluster>: `argocd` or `manifests/<application>`. */
  readonly folder: string;
  /** Namespace of objects whose files need no folder of their own. */
  readonly namespace: string;
  readonly objects: readonly KubernetesObject[];
}

/** Every chart of a cluster with the folder that its objects are written to. */
function charts(app: App, cluster: Cluster): { folder: string; namespace: string; chart: Chart }[] {
  return [
    { folder: 'argocd', namespace: 'argocd', chart: new ArgocdChart(app, cluster) },
    ...applications(cluster).flatMap(({ name, namespace, chart }) =>
      chart ? [{ folder: `manifests/${name}`, namespace, chart: chart(app, cluster) }] : [],
    ),
  ];
}

/** An app that cdk8s's own `synth` can write to a folder. */
export function cdk8sApp(cluster: Cluster, outdir: string): App {
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_CHART });
  charts(app, cluster);
  return app;
}

/** Objects of every chart, without a file being written. */
export function synthesizeManifests(cluster: Cluster, engine: Engine): SynthesizedManifests[] {
  return charts(new App(), cluster).map(({ folder, namespace, chart }) => ({
    folder,
    namespace,
    objects: engine === 'stock' ? stockObjects(chart) : quickObjects(chart),
  }));
}

/** Walks each chart once: cdk8s's own synth resolves the whole app again for every chart, which grows with its square. */
function quickObjects(chart: Chart): KubernetesObject[] {
  return chart.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => plainObject(object as ApiObject));
}

function stockObjects(chart: Chart): KubernetesObject[] {
  return Testing.synth(chart) as KubernetesObject[];
}
