import type { LivePod } from '../../../rehearsal/pods/live-pods';
import { isSettled, type Workload } from '../../../rehearsal/pods/settled';

const workload = (kind: Workload['kind'], status: Workload['status'], replicas = 2): Workload => ({
  kind,
  metadata: { namespace: 'auth', name: 'auth-api', generation: 3 },
  spec: { replicas },
  status,
});
const waiting = (refusal?: string): LivePod => ({
  name: 'auth/auth-api-1',
  workload: 'Deployment auth/auth-api',
  isJob: false,
  ...(refusal === undefined ? {} : { refusal }),
});

test.each([
  [
    'a Deployment with all its pods',
    'Deployment',
    { observedGeneration: 3, replicas: 2, updatedReplicas: 2 },
    true,
  ],
  [
    'one whose controller looked before the change',
    'Deployment',
    { observedGeneration: 2, replicas: 2 },
    false,
  ],
  [
    'one in the middle of an update',
    'Deployment',
    { observedGeneration: 3, replicas: 3, updatedReplicas: 1 },
    false,
  ],
  [
    'a DaemonSet on all its nodes',
    'DaemonSet',
    { observedGeneration: 3, currentNumberScheduled: 4, desiredNumberScheduled: 4 },
    true,
  ],
  ['a Job that runs', 'Job', { active: 1 }, false],
  ['a Job that has ended', 'Job', { succeeded: 1 }, true],
] as const)('%s: %s %j is settled: %s', (_case, kind, status, expected) => {
  expect(isSettled([workload(kind, status)], [])).toBe(expected);
});

test('a pod that the scheduler has not looked at is not settled', () => {
  expect(isSettled([], [waiting()])).toBe(false);
});

test('an update that waits for a refused pod is settled', () => {
  const status = { observedGeneration: 3, replicas: 3, updatedReplicas: 1 };
  expect(isSettled([workload('Deployment', status)], [waiting('0/14 nodes')])).toBe(true);
});

test('a workload whose pods admission refuses is settled', () => {
  const refusals = new Map([['Deployment auth/auth-api', 'quota exceeded']]);
  expect(isSettled([workload('Deployment', { observedGeneration: 3 })], [], refusals)).toBe(true);
});
