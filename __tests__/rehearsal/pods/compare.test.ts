import { compare } from '../../../rehearsal/pods/compare';
import type { LivePod } from '../../../rehearsal/pods/live-pods';
import type { WorkloadPrediction } from '../../../rehearsal/pods/prediction';

const workload = 'Deployment auth/auth-api';
const pod = (node?: string, refusal?: string): LivePod => ({
  name: 'auth/auth-api-1',
  workload,
  isJob: false,
  ...(node === undefined ? {} : { node }),
  ...(refusal === undefined ? {} : { refusal }),
});
const differences = (pods: readonly LivePod[], prediction?: Partial<WorkloadPrediction>) =>
  compare(
    'placement',
    new Map(prediction ? [[workload, { pods: 1, nodes: ['a', 'b'], unplaced: 0, ...prediction }]] : []),
    pods,
  ).map(({ object, kubernetes, model }) => [object, kubernetes, model]);

test('a pod on any allowed node is no difference', () => {
  expect(differences([pod('b')], {})).toEqual([]);
});

test('a pod that is pending as predicted is no difference', () => {
  expect(differences([pod(undefined, '0/2 nodes')], { unplaced: 1 })).toEqual([]);
});

test.each([
  ['on a node that is not allowed', [pod('c')], {}, 'runs auth/auth-api-1 on c', 'allows a, b'],
  [
    'pending against the proof',
    [pod(undefined, '0/2 nodes are available')],
    {},
    'leaves 1 pod pending: 0/2 nodes are available',
    'places every pod on a, b',
  ],
  [
    'placed against the proof',
    [pod('a')],
    { unplaced: 1, refusal: '0/2 nodes are available' },
    'places every pod',
    'finds no place for 1 pod: 0/2 nodes are available',
  ],
  ['missing', [], {}, 'has 0 pods', 'expects 1 pod'],
])('a pod %s is a difference with both explanations', (_case, pods, prediction, kubernetes, model) => {
  expect(differences(pods, prediction)).toEqual([[workload, kubernetes, model]]);
});

test('a workload that the proof does not know is a difference', () => {
  expect(differences([pod('a')])).toEqual([[workload, 'runs 1 pod', 'knows no such workload']]);
});

test('a Job is a difference only while no node takes its pod', () => {
  expect(differences([{ ...pod('a'), isJob: true }])).toEqual([]);
  expect(differences([{ ...pod(undefined, 'full'), isJob: true }])).toEqual([
    [workload, 'leaves it pending: full', 'has room for it'],
  ]);
});
