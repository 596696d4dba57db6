import { workloadId, type Workload } from '../../model/capacity/workloads/workload';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { objectName } from '../desired/sync-order';

/** Workloads of the placement proof that no object of the output makes by itself. */
export function foreignWorkloads(
  workloads: readonly Workload[],
  objects: Iterable<KubernetesObject>,
): readonly Workload[] {
  const own = new Set([...objects].filter(({ kind }) => builtInKinds.has(kind)).map(objectName));
  return workloads.filter((workload) => !own.has(workloadId(workload)));
}

const builtInKinds = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'StatefulSet',
]);

/** Whether applying an object brings a workload in: its custom resource, or the Application that installs its chart. */
export function isBroughtBy(workload: Workload, object: KubernetesObject): boolean {
  return object.kind === 'Application'
    ? workload.application === object.metadata.name
    : workloadId(workload) === objectName(object);
}
