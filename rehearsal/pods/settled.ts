import { list, type Stage } from '../phases/stage';
import type { LivePod } from './live-pods';

/** A workload as its controller left it. */
export interface Workload {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'Job';
  readonly metadata: { readonly name: string; readonly namespace: string; readonly generation?: number };
  readonly spec: { readonly replicas?: number };
  readonly status: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly currentNumberScheduled?: number;
    readonly desiredNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly succeeded?: number;
    readonly failed?: number;
    readonly active?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly message?: string;
    }[];
  };
}

const paths = {
  Deployment: '/apis/apps/v1/deployments',
  StatefulSet: '/apis/apps/v1/statefulsets',
  DaemonSet: '/apis/apps/v1/daemonsets',
  Job: '/apis/batch/v1/jobs',
} as const;

export async function liveWorkloads(stage: Pick<Stage, 'client'>): Promise<readonly Workload[]> {
  const kinds = Object.keys(paths) as Workload['kind'][];
  const lists = await Promise.all(
    kinds.map(async (kind) => (await list<Workload>(stage, paths[kind])).map((item) => ({ ...item, kind }))),
  );
  return lists.flat();
}

/** `Deployment auth/auth-api`. */
export const workloadName = ({ kind, metadata }: Workload): string =>
  `${kind} ${metadata.namespace}/${metadata.name}`;

/** Whether controllers and scheduler have nothing left to do: all pods are made, and each has a node or a refusal. */
export function isSettled(
  workloads: readonly Workload[],
  pods: readonly LivePod[],
  refusedCreations: ReadonlyMap<string, string> = new Map(),
): boolean {
  return (
    pods.every(({ node, refusal }) => node !== undefined || refusal !== undefined) && workloads.every(isDone)
  );

  function isDone(workload: Workload): boolean {
    const { metadata, status } = workload;
    const name = workloadName(workload);
    if (workload.kind === 'Job') return Boolean(status.succeeded ?? status.failed) || isRefused(name);
    if (status.observedGeneration !== metadata.generation) return false;
    if (refusedCreations.has(name)) return true;
    if (workload.kind === 'DaemonSet') return status.currentNumberScheduled === status.desiredNumberScheduled;
    const wanted = workload.spec.replicas ?? 1;
    // A StatefulSet and a rolling update wait for the pod that no node takes.
    return isRefused(name) || ((status.updatedReplicas ?? 0) === wanted && (status.replicas ?? 0) === wanted);
  }

  function isRefused(workload: string): boolean {
    return pods.some(
      (pod) => pod.workload === workload && pod.node === undefined && pod.refusal !== undefined,
    );
  }
}
