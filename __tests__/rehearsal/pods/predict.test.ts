import { eco2 } from '../../../clusters/eco2';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { objectTree } from '../../../rehearsal/desired/tree';
import type { LivePod } from '../../../rehearsal/pods/live-pods';
import { predictorOf } from '../../../rehearsal/pods/predict';
import { outputs } from '../../support/synthesis';

const tree = objectTree([...outputs([eco2])].map(([path, text]) => ({ path, text })));
const cluster = resolveCluster(eco2);
const predictor = predictorOf(cluster, tree);
const api = Object.values(cluster.domains)[0];
const apiWorkload = `Deployment ${api?.namespace ?? ''}/${api?.app ?? ''}`;
const apiPods = (node: string): LivePod[] =>
  Array.from({ length: api?.replicas ?? 0 }, (_, index) => ({
    name: `${api?.namespace ?? ''}/${String(index)}`,
    workload: apiWorkload,
    isJob: false,
    node,
  }));

test('the pods of an API are expected on its nodes, and nowhere else', () => {
  expect(predictor.predict().get(apiWorkload)).toEqual({
    pods: api?.replicas,
    nodes: api?.placement.nodes,
    unplaced: 0,
  });
});

test('the loss of its only node leaves an API without a place, and says why', () => {
  const [node = ''] = api?.placement.nodes ?? [];
  const prediction = predictor.predictLoss(node, apiPods(node)).get(apiWorkload);
  expect(prediction).toMatchObject({ pods: api?.replicas, nodes: [], unplaced: api?.replicas });
  expect(prediction?.refusal).toContain('nodes are available');
});

test('the loss of another node leaves an API alone', () => {
  const [node = ''] = api?.placement.nodes ?? [];
  const other = Object.values(cluster.data)[0]?.placement.nodes[0] ?? '';
  expect(predictor.predictLoss(other, apiPods(node)).get(apiWorkload)?.unplaced).toBe(0);
});

test('what starts before Argo CD is stood in for, and what the output makes itself is not', () => {
  const names = predictor.standIns.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
  expect(names).toContain('DaemonSet kube-system/kube-proxy');
  expect(names).not.toContain(apiWorkload);
});

test('a pod with a volume has no place when the only allowed node of its zone is lost', () => {
  const workload = 'StatefulSet atlantis/atlantis';
  const zoneOf = (node: string) => cluster.nodes[node]?.zone.letter;
  const allowed = predictor.predict().get(workload)?.nodes ?? [];
  const lonely =
    allowed.find((node) => allowed.filter((other) => zoneOf(other) === zoneOf(node)).length === 1) ?? '';
  const live = [{ name: 'atlantis/atlantis-0', workload, isJob: false, node: lonely }];
  expect(predictor.predictLoss(lonely, live).get(workload)).toMatchObject({
    unplaced: 1,
    refusal: expect.stringContaining('volume node affinity conflict') as string,
  });
});
