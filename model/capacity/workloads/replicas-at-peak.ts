import type { KubernetesObject } from '../../kubernetes-object';
import { workloadId, type Workload } from './workload';

/** The most replicas that an autoscaler may ask for, by the workload that it scales. */
export function autoscaledReplicas(objects: readonly KubernetesObject[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const object of objects) {
    const spec = object['spec'] as {
      scaleTargetRef?: { kind?: string; name?: string };
      maxReplicas?: number;
      maxReplicaCount?: number;
    };
    const isScaler = object.kind === 'HorizontalPodAutoscaler' || object.kind === 'ScaledObject';
    const max = isScaler ? (spec.maxReplicas ?? spec.maxReplicaCount) : undefined;
    if (max === undefined || !spec.scaleTargetRef?.name) continue;
    const id = workloadId({
      kind: spec.scaleTargetRef.kind ?? 'Deployment',
      namespace: object.metadata.namespace ?? 'default',
      name: spec.scaleTargetRef.name,
    });
    most.set(id, Math.max(max, most.get(id) ?? 0));
  }
  return most;
}

/** A workload with as many replicas as its autoscaler may give it. */
export function atPeak(workload: Workload, autoscaled: ReadonlyMap<string, number>): Workload {
  const most = autoscaled.get(workloadId(workload));
  return most !== undefined && most > workload.replicas ? { ...workload, replicas: most } : workload;
}
