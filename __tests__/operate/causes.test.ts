import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { likelyCause } from '../../operate/status/causes';
import { podProblems } from '../../operate/status/problems';
import type { Observed, ObservedContainer } from '../../operate/status/observed';

const said: readonly [code: string, text: string][] = [
  ['api-server-blocked', 'Get "https://10.96.0.1:443/version": dial tcp 10.96.0.1:443: i/o timeout'],
  ['webhook-down', 'failed calling webhook "mservice.elbv2.k8s.aws": connect: connection refused'],
  ['image-ended', 'ErrImagePull\ndocker.io/bitnami/postgresql:16.4.0: not found'],
  ['registry-refuses', 'ErrImagePull\nfailed to authorize: unexpected status: 403 Forbidden'],
  ['image-missing', 'ImagePullBackOff\nghcr.io/sesacthon/my-api:v9: not found'],
  ['secret-missing', 'CreateContainerConfigError\nsecret "postgresql-secret" not found'],
  ['secret-missing', "couldn't find key JWT_SECRET_KEY in Secret auth/auth-api"],
  ['volume-unbound', '0/14 nodes are available: pod has unbound immediate PersistentVolumeClaims.'],
  ['taint-not-tolerated', '0/14 nodes are available: 14 node(s) had untolerated taint {domain: auth}.'],
  ['no-node-matches', "0/14 nodes are available: 14 node(s) didn't match Pod's node affinity/selector."],
  ['node-full', '0/14 nodes are available: 1 Insufficient cpu, 13 node(s) are busy.'],
  ['out-of-memory', 'CrashLoopBackOff\nOOMKilled'],
  ['command-not-found', 'exec: "atlantis": executable file not found in $PATH'],
  ['repository-unreadable', 'ComparisonError: app path does not exist'],
  ['unknown', 'something nobody has seen'],
];

const container = (given: Partial<ObservedContainer>): ObservedContainer => ({
  name: 'main',
  image: 'ghcr.io/sesacthon/auth-api:v1.0.0',
  ready: false,
  ...given,
});

function observed(phase: string, containers: readonly ObservedContainer[], message?: string): Observed {
  const scheduled = { type: 'PodScheduled', status: message === undefined ? 'True' : 'False' };
  const conditions = [message === undefined ? scheduled : { ...scheduled, message }];
  const pod = {
    metadata: { namespace: 'auth', name: 'auth-api-1' },
    status: { phase, conditions, containerStatuses: containers },
  };
  return { nodes: [], applications: [], logs: {}, certificates: [], pods: [pod] };
}

const problemOf = (given: Observed) => podProblems(given).map(({ reason, code }) => [reason, code]);

test.each(said)('%s is behind "%s"', (code, text) => {
  expect(likelyCause(text).code).toBe(code);
});

test('every cause names rows of the incident list', () => {
  const list = readFileSync(join(__dirname, '../../docs/incidents.md'), 'utf8');
  const rows = said.flatMap(([, text]) => likelyCause(text).incidents);
  expect(rows.filter((row) => !new RegExp(`\\b${row}\\b`).test(list))).toEqual([]);
});

describe('a pod', () => {
  test('that ended well or runs is no problem', () => {
    expect(
      problemOf(
        observed('Succeeded', [container({ state: { terminated: { exitCode: 0, reason: 'Completed' } } })]),
      ),
    ).toEqual([]);
    expect(problemOf(observed('Running', [container({ ready: true })]))).toEqual([]);
  });

  test('that has no node says why', () => {
    expect(problemOf(observed('Pending', [], '0/14 nodes are available: 1 Insufficient memory.'))).toEqual([
      ['Unschedulable', 'node-full'],
    ]);
  });

  test('that was killed for its memory says so', () => {
    const waiting = { reason: 'CrashLoopBackOff', message: 'back-off 5m0s' };
    const terminated = { exitCode: 137, reason: 'OOMKilled' };
    expect(
      problemOf(observed('Running', [container({ state: { waiting }, lastState: { terminated } })])),
    ).toEqual([['CrashLoopBackOff', 'out-of-memory']]);
  });
});
