import { refusedBy, type FilterCase } from '../../../support/filter-case';
import { asks, testNode, type PodProps } from '../../../support/scheduling';

const ports = ["node(s) didn't have free ports for the requested pod ports"];
const one = [testNode('n')];
const opens = (hostPort: number, extra: object = {}): PodProps => ({
  containers: [{ ports: [{ containerPort: hostPort, hostPort, ...extra }] }],
});
const running = (...pods: PodProps[]) => ({ n: pods });
const limited = (limits: Record<string, string>) => ({ containers: [{ resources: { limits } }] });
const requests = (cpu: string, memory: string) => ({ resources: { requests: { cpu, memory } } });

const cases: Record<string, FilterCase[]> = {
  NodePorts: [
    {
      title: 'takes a port that is free',
      nodes: one,
      running: running(opens(80)),
      pod: opens(81),
      refused: {},
    },
    {
      title: 'refuses a port that is taken',
      nodes: one,
      running: running(opens(80)),
      pod: opens(80),
      refused: { n: ports },
    },
    {
      title: 'counts TCP and UDP apart',
      nodes: one,
      running: running(opens(53)),
      pod: opens(53, { protocol: 'UDP' }),
      refused: {},
    },
    {
      title: 'counts two addresses apart',
      nodes: one,
      running: running(opens(80, { hostIP: '10.0.1.1' })),
      pod: opens(80, { hostIP: '10.0.1.2' }),
      refused: {},
    },
    {
      title: 'refuses an address where every address is taken',
      nodes: one,
      running: running(opens(80)),
      pod: opens(80, { hostIP: '10.0.1.2' }),
      refused: { n: ports },
    },
    {
      title: 'counts container ports in the host network',
      nodes: one,
      running: running({ hostNetwork: true, containers: [{ ports: [{ containerPort: 9100 }] }] }),
      pod: opens(9100),
      refused: { n: ports },
    },
    {
      title: 'ignores container ports outside the host network',
      nodes: one,
      running: running({ containers: [{ ports: [{ containerPort: 8000 }] }] }),
      pod: { containers: [{ ports: [{ containerPort: 8000 }] }] },
      refused: {},
    },
  ],
  NodeResourcesFit: [
    {
      title: 'takes a pod that fills the node to the last thousandth',
      nodes: one,
      running: running(asks('400m', '400Mi')),
      pod: asks('600m', '600Mi'),
      refused: {},
    },
    {
      title: 'refuses one thousandth of a core more (C04)',
      nodes: one,
      running: running(asks('400m', '1Mi')),
      pod: asks('601m', '1Mi'),
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'refuses memory that is not there (A39)',
      nodes: one,
      running: running(asks('1m', '600Mi')),
      pod: asks('1m', '401Mi'),
      refused: { n: ['Insufficient memory'] },
    },
    {
      title: 'tells every shortage',
      nodes: one,
      pod: asks('2', '2Gi'),
      refused: { n: ['Insufficient cpu', 'Insufficient memory'] },
    },
    {
      title: 'refuses ephemeral storage that is not there',
      nodes: [testNode('n', { ephemeralMiB: 100 })],
      pod: asks('1m', '1Mi', { 'ephemeral-storage': '101Mi' }),
      refused: { n: ['Insufficient ephemeral-storage'] },
    },
    {
      title: 'refuses a pod too many',
      nodes: [testNode('n', { pods: 1 })],
      running: running({}),
      pod: {},
      refused: { n: ['Too many pods'] },
    },
    {
      title: 'lets a pod without requests on a full node',
      nodes: one,
      running: running(asks('1', '1000Mi')),
      pod: {},
      refused: {},
    },
    {
      title: 'asks only for what the pod requests on an overfull node',
      nodes: one,
      running: running(asks('2', '1Mi')),
      pod: { containers: [{ resources: { requests: { memory: '10Mi' } } }] },
      refused: {},
    },
    {
      title: 'takes a limit for a request that is missing',
      nodes: one,
      pod: limited({ cpu: '2' }),
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'adds up the containers of a pod',
      nodes: one,
      pod: { containers: [requests('600m', '1Mi'), requests('600m', '1Mi')] },
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'takes the largest init container, not their sum',
      nodes: one,
      pod: {
        initContainers: [requests('900m', '1Mi'), requests('900m', '1Mi')],
        containers: [requests('100m', '1Mi')],
      },
      refused: {},
    },
    {
      title: 'refuses an init container that alone is too large',
      nodes: one,
      pod: { initContainers: [requests('1100m', '1Mi')], containers: [requests('100m', '1Mi')] },
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'adds a sidecar to the containers',
      nodes: one,
      pod: {
        initContainers: [{ restartPolicy: 'Always', ...requests('500m', '1Mi') }],
        containers: [requests('600m', '1Mi')],
      },
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'adds a sidecar to the init containers that start after it',
      nodes: one,
      pod: {
        initContainers: [{ restartPolicy: 'Always', ...requests('500m', '1Mi') }, requests('600m', '1Mi')],
        containers: [requests('1m', '1Mi')],
      },
      refused: { n: ['Insufficient cpu'] },
    },
    {
      title: 'does not add a sidecar to the init containers that end before it',
      nodes: one,
      pod: {
        initContainers: [requests('900m', '1Mi'), { restartPolicy: 'Always', ...requests('500m', '1Mi') }],
        containers: [requests('100m', '1Mi')],
      },
      refused: {},
    },
    {
      title: 'adds the overhead of the runtime class',
      nodes: one,
      pod: { ...asks('900m', '1Mi'), overhead: { cpu: '200m' } },
      refused: { n: ['Insufficient cpu'] },
    },
  ],
  NodeVolumeLimits: [
    {
      title: 'refuses a volume more than the node attaches',
      nodes: [testNode('n', { volumes: 1 })],
      running: running({ attaches: [{ claim: 'default/a', gib: 1 }] }),
      pod: { attaches: [{ claim: 'default/b', gib: 1 }] },
      refused: { n: ['node(s) exceed max volume count'] },
    },
    {
      title: 'counts a claim once that two pods share',
      nodes: [testNode('n', { volumes: 1 })],
      running: running({ attaches: [{ claim: 'default/a', gib: 1 }] }),
      pod: { attaches: [{ claim: 'default/a', gib: 1 }] },
      refused: {},
    },
    {
      title: 'lets a pod without volumes on a node that attaches no more',
      nodes: [testNode('n', { volumes: 1 })],
      running: running({ attaches: [{ claim: 'default/a', gib: 1 }] }),
      pod: {},
      refused: {},
    },
  ],
  VolumeBinding: [
    {
      title: 'keeps a pod in the zone of its volume',
      nodes: [testNode('a', { zone: 'a' }), testNode('b', { zone: 'b' })],
      pod: { attaches: [{ claim: 'default/data', gib: 1, zone: 'b' }] },
      refused: { a: ['node(s) had volume node affinity conflict'] },
    },
    {
      title: 'takes any zone while the volume is still to be made',
      nodes: [testNode('a', { zone: 'a' }), testNode('b', { zone: 'b' })],
      pod: { attaches: [{ claim: 'default/data', gib: 1 }] },
      refused: {},
    },
    {
      title: 'follows the volume that a first pod has bound',
      nodes: [testNode('a', { zone: 'a' }), testNode('b', { zone: 'b' })],
      running: { a: [{ attaches: [{ claim: 'default/data', gib: 1 }] }] },
      pod: { attaches: [{ claim: 'default/data', gib: 1 }] },
      refused: { b: ['node(s) had volume node affinity conflict'] },
    },
    {
      title: 'makes a volume only where its storage class may',
      nodes: [testNode('a', { zone: 'a' }), testNode('b', { zone: 'b' })],
      pod: { attaches: [{ claim: 'default/data', gib: 1, allowedZones: ['b'] }] },
      refused: { a: ["node(s) didn't find available persistent volumes to bind"] },
    },
  ],
};

for (const [filter, all] of Object.entries(cases))
  describe(filter, () => {
    it.each(all)('$title', (test) => {
      expect(refusedBy(test)).toEqual(test.refused);
    });
  });
