import type { Cluster } from '../../cluster';
import type { KubernetesObject } from '../../kubernetes-object';
import { schedulerNodes } from '../cluster-nodes';
import type { NamespaceLabels } from '../scheduling/pod-selection';
import type { SchedulerNode } from '../scheduling/node';
import type { Pod } from '../scheduling/pod';
import { schedule, type ScheduleResult } from '../scheduling/schedule';
import { podsOf, type WorkloadPods } from '../workloads/pods';
import { collectWorkloads, type AppliedObject, type UnknownSource } from '../workloads/workloads';

/** Where every pod of a cluster runs. */
export interface ClusterPlacement {
  readonly cluster: Cluster;
  readonly nodes: readonly SchedulerNode[];
  readonly objects: readonly KubernetesObject[];
  readonly namespaces: NamespaceLabels;
  readonly workloads: readonly WorkloadPods[];
  /** Pods that always run: no surge, no Jobs. */
  readonly pods: readonly Pod[];
  readonly steady: ScheduleResult;
  readonly unknownSources: readonly UnknownSource[];
}

/** Places the pods of every synthesized object, of the declared Helm charts and of the bootstrap. */
export function placeCluster(
  cluster: Cluster,
  applied: readonly AppliedObject[],
  nodes: readonly SchedulerNode[] = schedulerNodes(cluster),
): ClusterPlacement {
  const objects = applied.map(({ object }) => object);
  const { all, unknownSources } = collectWorkloads(applied);
  const workloads = podsOf(all, nodes, objects);
  const pods = workloads.filter(({ workload }) => !workload.isJob).flatMap(({ steady }) => steady);
  const namespaces = namespaceLabels(objects);
  const everything = workloads.flatMap(({ steady, surge }) => [...steady, ...surge]);
  return {
    cluster,
    nodes,
    objects,
    namespaces,
    workloads,
    pods,
    steady: schedule(
      nodes,
      pods,
      namespaces,
      everything.map(({ template }) => template),
    ),
    unknownSources,
  };
}

/** Kubernetes gives every namespace its own name as a label. */
function namespaceLabels(objects: readonly KubernetesObject[]): NamespaceLabels {
  return Object.fromEntries(
    objects
      .filter(({ kind }) => kind === 'Namespace')
      .map(({ metadata: { name, labels } }) => [name, { ...labels, 'kubernetes.io/metadata.name': name }]),
  );
}
