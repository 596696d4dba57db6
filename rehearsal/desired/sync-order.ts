import type { KubernetesObject } from '../../model/kubernetes-object';

const phases = ['PreSync', 'Sync', 'PostSync'] as const;
type Phase = (typeof phases)[number];

/**
 * Kinds that Argo CD applies first inside a wave, in its order; every other kind follows by name.
 * Source: github.com/argoproj/gitops-engine, pkg/sync/sync_tasks.go.
 */
const kindOrder = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
];

/** The objects of one Application in the order in which Argo CD applies them: phase, wave, kind, name. */
export function syncOrder(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return [...objects].sort(
    (a, b) =>
      phases.indexOf(phaseOf(a)) - phases.indexOf(phaseOf(b)) ||
      waveOf(a) - waveOf(b) ||
      kindRank(a) - kindRank(b) ||
      (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

/** Phase that an object's hook annotation names; `Sync` for what is not a hook. */
export function phaseOf({ metadata }: KubernetesObject): Phase {
  const hook = metadata.annotations?.['argocd.argoproj.io/hook'];
  return phases.find((phase) => hook?.split(',').includes(phase)) ?? 'Sync';
}

export function waveOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

function kindRank({ kind }: KubernetesObject): number {
  const rank = kindOrder.indexOf(kind);
  return rank < 0 ? kindOrder.length : rank;
}

const nameOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/** `Deployment auth/auth-api`, as findings name an object. */
export function objectName({ kind, metadata }: KubernetesObject): string {
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}
