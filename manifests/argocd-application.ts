import type { Source } from '../charts/helm/source';
import type { Application } from '../charts/schemas/objects';
import type { Cluster } from '../model/cluster';
import { systemNamespaces } from '../model/system-namespaces';
import type { PlatformApplication } from './application';
import { inCluster } from './projects/app-project';

type Spec = Application['spec'];

/** What an Application of Argo CD is made from. */
export type ArgocdApplicationProps = Omit<PlatformApplication, 'chart' | 'stage'> & {
  /** Folder of its own objects, from the repository's root. @default - none */
  readonly path?: string;
  /** File in that folder that is not part of it. */
  readonly exclude?: string;
  readonly wave?: number;
};

/** An Application that keeps the cluster as its sources say: synced, pruned and healed without a person. */
export function argocdApplication(cluster: Cluster, props: ArgocdApplicationProps): Application {
  const { name, project, namespace, wave, cascade = false, ignoreDifferences = [] } = props;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: systemNamespaces.argocd,
      annotations: {
        'argocd.argoproj.io/manifest-generate-paths': '.',
        ...(wave === undefined ? {} : { 'argocd.argoproj.io/sync-wave': String(wave) }),
      },
      ...(cascade ? { finalizers: ['resources-finalizer.argocd.argoproj.io'] } : {}),
    },
    spec: {
      project,
      ...sourcesOf(cluster, props),
      destination: { server: inCluster, namespace },
      ...(ignoreDifferences.length
        ? {
            ignoreDifferences: ignoreDifferences.map(({ jqPathExpressions, ...rest }) => ({
              ...rest,
              jqPathExpressions: [...jqPathExpressions],
            })),
          }
        : {}),
      syncPolicy: {
        automated: { prune: true, selfHeal: true, allowEmpty: false },
        retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
        syncOptions: syncOptions(props),
      },
    },
  };
}

function syncOptions({ serverSideApply = false, ignoreDifferences = [] }: ArgocdApplicationProps): string[] {
  return [
    'CreateNamespace=false',
    'FailOnSharedResource=true',
    'PruneLast=true',
    'ApplyOutOfSyncOnly=true',
    ...(ignoreDifferences.length ? ['RespectIgnoreDifferences=true'] : []),
    ...(serverSideApply ? ['ServerSideApply=true'] : []),
  ];
}

function sourcesOf(cluster: Cluster, props: ArgocdApplicationProps): Pick<Spec, 'source' | 'sources'> {
  const { gitops } = cluster;
  const { path, exclude, sources = [] } = props;
  const own =
    path === undefined
      ? []
      : [
          {
            repoURL: gitops.repository,
            targetRevision: `refs/heads/${gitops.branch}`,
            path,
            directory: { recurse: true, ...(exclude === undefined ? {} : { exclude }) },
          },
        ];
  const all = [...sources.map(foreignSource), ...own];
  const [first] = all;
  return all.length === 1 && first ? { source: first } : { sources: all };
}

function foreignSource(source: Source) {
  switch (source.kind) {
    case 'helm':
      return {
        repoURL: source.release.repository,
        chart: source.release.chart,
        targetRevision: source.release.version,
        helm: {
          releaseName: source.release.name,
          ...(source.namespace === undefined ? {} : { namespace: source.namespace }),
          valuesObject: source.values as Record<string, unknown>,
        },
      };
    case 'kustomize':
      return {
        repoURL: source.repository,
        targetRevision: source.revision,
        path: source.path,
        kustomize: {
          namespace: source.namespace,
          images: [...source.images],
          patches: source.patches.map(({ target, patch }) => ({
            target: { ...target },
            patch: JSON.stringify(patch, undefined, 2),
          })),
        },
      };
  }
}
