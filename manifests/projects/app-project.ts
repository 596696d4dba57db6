import type { AppProject } from '../../charts/schemas/objects';
import { systemNamespaces } from '../../model/system-namespaces';
import type { Project } from './project';

/** The cluster that Argo CD runs in. */
export const inCluster = 'https://kubernetes.default.svc';
/** Before Argo CD's settings and every Application. */
const wave = '-20';

/** An AppProject as Argo CD takes it; it comes before every Application. */
export function appProject({
  name,
  description,
  repositories,
  namespaces,
  clusterKinds,
  kinds,
}: Project): AppProject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name,
      namespace: systemNamespaces.argocd,
      annotations: { 'argocd.argoproj.io/sync-wave': wave },
    },
    spec: {
      description,
      sourceRepos: [...repositories],
      destinations: [...new Set(namespaces)].sort().map((namespace) => ({ server: inCluster, namespace })),
      clusterResourceWhitelist: clusterKinds.map(groupKind),
      namespaceResourceWhitelist: kinds.map(groupKind),
    },
  };
}

/** The project that Argo CD makes for itself allows everything; with nothing in it, nothing can use it. */
export const defaultProject: AppProject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: {
    name: 'default',
    namespace: systemNamespaces.argocd,
    annotations: { 'argocd.argoproj.io/sync-wave': wave },
  },
  spec: { description: 'Allows nothing; use a project of your own.', sourceRepos: [], destinations: [] },
};

const groupKind = (text: string) => {
  const [group = '', kind = ''] = text.split('/');
  return { group, kind };
};
