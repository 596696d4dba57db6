import type { KubernetesObject } from '../../model/kubernetes-object';

/** What goes with an object of a kind that holds data; nothing for the rest. */
const holdsData: Readonly<Record<string, string>> = {
  Namespace: 'everything in the namespace, its volumes too',
  PersistentVolumeClaim: 'the data on the volume, unless its StorageClass retains it',
  PersistentVolume: 'the data on the volume, unless it is retained',
  Cluster: 'the databases; backups in S3 stay',
  RabbitmqCluster: 'the queues and the messages in them',
  StatefulSet: 'no data (its volumes stay), but nothing serves them',
  CustomResourceDefinition: 'every object of that kind',
};

/** What is lost when Argo CD prunes an object. */
export function lostWith({ kind }: KubernetesObject): string | undefined {
  return holdsData[kind];
}

/** Whether Argo CD asks before it prunes the object, or leaves it. */
export function pruneGuard({ metadata }: KubernetesObject): 'confirm' | 'never' | undefined {
  const options = metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  if (/\bPrune=confirm\b/.test(options)) return 'confirm';
  return /\bPrune=false\b/.test(options) ? 'never' : undefined;
}
