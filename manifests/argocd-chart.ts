import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { add } from '../charts/object';
import type { Cluster } from '../model/cluster';
import { systemNamespaces } from '../model/system-namespaces';
import { applications } from './applications';
import { argocdApplication } from './argocd-application';
import { argocdSettings, repositoryDeclaration } from './argocd-settings';
import { clusterSecret } from './cluster-secret';
import { appProject, defaultProject } from './projects/app-project';
import { projects } from './projects/projects';

const rootApp = 'root-app';

/** The root Application, and what it brings: projects, Argo CD's settings and the children. */
export class ArgocdChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'argocd');
    // The root is left out of what it brings: an Application that changes itself can lock itself out.
    add(
      this,
      argocdApplication(cluster, {
        name: rootApp,
        project: 'bootstrap',
        namespace: systemNamespaces.argocd,
        path: `dist/${cluster.name}/argocd`,
        exclude: `application-${rootApp}.yaml`,
      }),
    );
    add(this, defaultProject);
    for (const project of projects(cluster)) add(this, appProject(project));
    for (const settings of argocdSettings(cluster)) add(this, settings);
    add(this, repositoryDeclaration(cluster));
    add(this, clusterSecret());
    for (const { chart, stage, ...child } of applications(cluster))
      add(
        this,
        argocdApplication(cluster, {
          ...child,
          ...(chart ? { path: `dist/${cluster.name}/manifests/${child.name}` } : {}),
          wave: cluster.waves[stage],
        }),
      );
  }
}
