import { fitError } from '../../../../model/capacity/scheduling/fit-error';
import { schedule } from '../../../../model/capacity/scheduling/schedule';
import { asks, replica, testNode, testPod, testTemplate } from '../../../support/scheduling';

describe('schedule', () => {
  it('spreads pods over the least allocated nodes', () => {
    const nodes = [testNode('a'), testNode('b')];
    const pods = [testPod('p', asks('300m', '300Mi')), testPod('q', asks('200m', '200Mi'))];
    expect(Object.fromEntries(schedule(nodes, pods).assignments)).toEqual({ p: 'a', q: 'b' });
  });

  it('places pods of higher priority first', () => {
    const pods = [
      testPod('big', { ...asks('900m', '900Mi') }),
      testPod('urgent', { ...asks('200m', '200Mi'), priority: 1000 }),
    ];
    const { unplaced } = schedule([testNode('a')], pods);
    expect(unplaced.map(({ pod }) => pod.name)).toEqual(['big']);
  });

  it('places pods of DaemonSets before all others, because they start with their node', () => {
    const pods = [
      testPod('big', { ...asks('900m', '900Mi'), priority: 1000 }),
      testPod('agent', { ...asks('200m', '200Mi'), onlyNode: 'a' }),
    ];
    const { assignments } = schedule([testNode('a')], pods);
    expect([...assignments.keys()]).toEqual(['agent']);
  });

  it('prefers nodes that a preferred node affinity names', () => {
    const preference = { matchExpressions: [{ key: 'disk', operator: 'In' as const, values: ['ssd'] }] };
    const pod = testPod('p', {
      affinity: {
        nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference }] },
      },
    });
    const nodes = [testNode('a'), testNode('b', { labels: { disk: 'ssd' } })];
    expect(schedule(nodes, [pod]).assignments.get('p')).toBe('b');
  });

  it('lets a pod that wants company wait for it', () => {
    const near = {
      topologyKey: 'kubernetes.io/hostname',
      labelSelector: { matchLabels: { app: 'db' } },
    };
    const pods = [
      testPod('a-client', {
        affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [near] } },
        priority: 1000,
      }),
      testPod('db', { labels: { app: 'db' } }),
    ];
    const { assignments } = schedule([testNode('a'), testNode('b')], pods);
    expect(assignments.get('a-client')).toBe(assignments.get('db'));
  });

  it('finds another arrangement where one after another does not fit', () => {
    const nodes = [testNode('a', { memoryMiB: 600 }), testNode('b', { memoryMiB: 1000 })];
    const pods = [
      testPod('first', { ...asks('1m', '500Mi'), priority: 10 }),
      testPod('second', asks('1m', '900Mi')),
    ];
    expect(Object.fromEntries(schedule(nodes, pods).assignments)).toEqual({ first: 'a', second: 'b' });
  });

  it('keeps a replica in the zone of its volume', () => {
    const nodes = [testNode('a', { zone: 'a' }), testNode('b', { zone: 'b' })];
    const pod = testPod('p', { attaches: [{ claim: 'default/data-p', gib: 10, zone: 'b' }] });
    expect(schedule(nodes, [pod]).assignments.get('p')).toBe('b');
  });

  it('says for every node why it refuses, as the scheduler does', () => {
    const nodes = [
      testNode('a', { taints: ['domain=auth:NoSchedule'] }),
      testNode('b', { taints: ['domain=auth:NoSchedule'] }),
      testNode('c', { memoryMiB: 10 }),
    ];
    const { unplaced } = schedule(nodes, [testPod('p', asks('1m', '20Mi'))]);
    expect(fitError(3, unplaced[0]?.refusals ?? new Map())).toMatchInlineSnapshot(
      `"0/3 nodes are available: 1 Insufficient memory, 2 node(s) had untolerated taint {domain: auth}."`,
    );
  });

  it('gives the board back as it was where no arrangement exists', () => {
    const template = testTemplate('web', asks('600m', '600Mi'));
    const pods = ['1', '2', '3'].map((name) => replica(name, template));
    const { assignments, unplaced, board } = schedule([testNode('a'), testNode('b')], pods);
    expect(assignments.size).toBe(2);
    expect(unplaced).toHaveLength(1);
    expect(board.states.map(({ cpuMilli, pods: count }) => [cpuMilli, count])).toEqual([
      [600, 1],
      [600, 1],
    ]);
  });
});
