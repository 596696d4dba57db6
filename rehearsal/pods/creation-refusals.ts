import { list, type Stage } from '../phases/stage';
import type { LivePod } from './live-pods';
import { workloadName, type Workload } from './settled';

interface FailedCreate {
  readonly involvedObject: { readonly kind: string; readonly namespace?: string; readonly name: string };
  readonly message: string;
}

/**
 * Why controllers could not make pods at all, by workload: admission refused them. A Deployment says it in a condition;
 * the others only in events, which count while a workload has fewer pods than it wants.
 */
export async function creationRefusals(
  stage: Pick<Stage, 'client'>,
  workloads: readonly Workload[],
  pods: readonly LivePod[],
): Promise<ReadonlyMap<string, string>> {
  const events = await list<FailedCreate>(stage, '/api/v1/events?fieldSelector=reason%3DFailedCreate');
  const said = new Map(
    events.map(({ involvedObject: { kind, namespace, name }, message }) => [
      `${kind} ${namespace ?? ''}/${name}`,
      message,
    ]),
  );
  return new Map(
    workloads.flatMap((workload): [string, string][] => {
      const name = workloadName(workload);
      const refusal = conditionOf(workload) ?? (isShort(workload, pods) ? said.get(name) : undefined);
      return refusal === undefined ? [] : [[name, refusal]];
    }),
  );
}

function conditionOf({ status }: Workload): string | undefined {
  return status.conditions?.find(({ type, status: value }) => type === 'ReplicaFailure' && value === 'True')
    ?.message;
}

function isShort(workload: Workload, pods: readonly LivePod[]): boolean {
  const { kind, spec, status } = workload;
  if (kind === 'Job') return !status.active && !status.succeeded;
  const wanted = kind === 'DaemonSet' ? (status.desiredNumberScheduled ?? 0) : (spec.replicas ?? 1);
  return pods.filter((pod) => pod.workload === workloadName(workload)).length < wanted;
}
