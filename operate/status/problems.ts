import type { Observed, ObservedApplication, ObservedContainer, ObservedPod } from './observed';
import { likelyCause, type Cause } from './causes';

/** Something that does not run. */
export interface Problem extends Cause {
  /** `Pod auth/auth-api-7d9f8`. */
  readonly place: string;
  /** What Kubernetes calls it. */
  readonly reason: string;
  /** Image that cannot be pulled. */
  readonly image?: string;
}

/** Pods that neither run nor have ended well, one problem each. */
export function podProblems({ pods, logs }: Observed): Problem[] {
  return pods.flatMap((pod) => {
    const place = `Pod ${pod.metadata?.namespace ?? ''}/${pod.metadata?.name ?? ''}`;
    if (pod.status?.phase === 'Succeeded') return [];
    const failing = containersOf(pod).find(
      ({ ready, state }) => !ready && (state?.waiting ?? state?.terminated)?.reason !== 'Completed',
    );
    if (failing) return containerProblem(place, pod, failing, logs);
    const unscheduled = pod.status?.conditions?.find(
      ({ type, status }) => type === 'PodScheduled' && status === 'False',
    );
    if (unscheduled) return [{ place, reason: 'Unschedulable', ...likelyCause(unscheduled.message ?? '') }];
    if (pod.status?.phase === 'Running') return [];
    return [{ place, reason: pod.status?.phase ?? 'Unknown', ...likelyCause('') }];
  });
}

/** Containers whose last lines say why they crash. */
export function crashing({ pods }: Pick<Observed, 'pods'>) {
  return pods.flatMap((pod) =>
    containersOf(pod)
      .filter(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff')
      .map(({ name }) => ({
        namespace: pod.metadata?.namespace ?? '',
        pod: pod.metadata?.name ?? '',
        container: name,
      })),
  );
}

function containersOf({ status }: ObservedPod): ObservedContainer[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

function containerProblem(
  place: string,
  pod: ObservedPod,
  { name, image, state, lastState }: ObservedContainer,
  logs: Observed['logs'],
): Problem[] {
  const stopped = state?.waiting ?? state?.terminated;
  // It runs and is not ready yet, or its turn has not come.
  if (!stopped || ['PodInitializing', 'ContainerCreating'].includes(stopped.reason ?? ''))
    return notReady(place, pod);
  const reason = stopped.reason ?? 'not ready';
  const cannotPull = /ImagePull|ErrImage|InvalidImageName/.test(reason);
  const log = logs[`${pod.metadata?.namespace ?? ''}/${pod.metadata?.name ?? ''}/${name}`];
  const last = lastState?.terminated;
  const said = [log, last?.reason, last?.message, reason, stopped.message, cannotPull ? image : '']
    .filter(Boolean)
    .join('\n');
  return [{ place, reason, ...(cannotPull ? { image } : {}), ...likelyCause(said) }];
}

function notReady(place: string, { status }: ObservedPod): Problem[] {
  const message = status?.conditions?.find(({ type }) => type === 'ContainersReady')?.message;
  return [{ place, reason: 'NotReady', ...likelyCause(message ?? '') }];
}

/** Applications that cannot sync and say why. */
export function applicationProblems({ applications }: Observed): Problem[] {
  return applications.flatMap((application) => {
    const said = messages(application);
    if (isGood(application) || !said) return [];
    return [
      {
        place: `Application ${application.metadata.name ?? ''}`,
        reason: stateOf(application),
        ...likelyCause(said),
      },
    ];
  });
}

function messages({ status }: ObservedApplication): string {
  return [
    ...(status?.conditions ?? []).map(({ type, message }) => `${type}: ${message}`),
    status?.operationState?.message,
    status?.health?.message,
  ]
    .filter(Boolean)
    .join('\n');
}

export function stateOf({ status }: ObservedApplication): string {
  return `${status?.sync?.status ?? 'Unknown'}/${status?.health?.status ?? 'Unknown'}`;
}

export const isGood = (application: ObservedApplication) => stateOf(application) === 'Synced/Healthy';
