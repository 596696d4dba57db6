import type { Resources } from '../definition/quantity';

/** One workload of Argo CD's own installation. */
export interface ArgocdPod {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  /** Name of its one container that works. */
  readonly container: string;
  readonly resources: Resources;
}

/**
 * Argo CD's workloads with what they may use. Its own manifests ask for nothing, which lets the scheduler put all of
 * them on one small worker. Requests are what the pods use with some twenty Applications; names are those of v2.13's
 * install.yaml.
 */
export const argocdPods: readonly ArgocdPod[] = [
  pod('StatefulSet', 'argocd-application-controller', '100m', '384Mi', '1Gi'),
  pod('Deployment', 'argocd-repo-server', '50m', '256Mi', '768Mi'),
  pod('Deployment', 'argocd-server', '20m', '128Mi', '256Mi'),
  pod('Deployment', 'argocd-applicationset-controller', '10m', '64Mi', '192Mi'),
  pod('Deployment', 'argocd-notifications-controller', '10m', '64Mi', '128Mi'),
  pod('Deployment', 'argocd-redis', '20m', '64Mi', '128Mi', 'redis'),
  pod('Deployment', 'argocd-dex-server', '10m', '64Mi', '128Mi', 'dex'),
];

function pod(
  kind: ArgocdPod['kind'],
  name: string,
  cpu: `${number}m`,
  memory: `${number}Mi`,
  limit: `${number}Mi` | `${number}Gi`,
  container = name,
): ArgocdPod {
  return { kind, name, container, resources: { requests: { cpu, memory }, limits: { memory: limit } } };
}
