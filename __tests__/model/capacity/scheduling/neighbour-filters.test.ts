import { refusedBy, type FilterCase } from '../../../support/filter-case';
import { testNode, type PodProps } from '../../../support/scheduling';

const zone = 'topology.kubernetes.io/zone';
const host = 'kubernetes.io/hostname';
const skewed = ["node(s) didn't match pod topology spread constraints"];
const unlabelled = ["node(s) didn't match pod topology spread constraints (missing required label)"];
const notNear = ["node(s) didn't match pod affinity rules"];
const tooNear = ["node(s) didn't match pod anti-affinity rules"];
const unwelcome = ["node(s) didn't satisfy existing pods anti-affinity rules"];

const a = testNode('a', { zone: 'a' });
const a2 = testNode('a2', { zone: 'a' });
const b = testNode('b', { zone: 'b' });
const c = testNode('c', { zone: 'c' });
const bare = { ...testNode('bare'), labels: {} };
const web: PodProps = { labels: { app: 'web' } };
const selectsWeb = { labelSelector: { matchLabels: { app: 'web' } } };
const spread = (constraint: object = {}): PodProps => ({
  ...web,
  topologySpreadConstraints: [
    { topologyKey: zone, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', ...selectsWeb, ...constraint },
  ],
});
const near = (term: object = {}) => ({
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, ...selectsWeb, ...term }],
  },
});
const apart = (term: object = {}) => ({
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: host, ...selectsWeb, ...term }],
  },
});

const cases: Record<string, FilterCase[]> = {
  PodTopologySpread: [
    {
      title: 'refuses the domain that would be two ahead',
      nodes: [a, b],
      running: { a: [web] },
      pod: spread(),
      refused: { a: skewed },
    },
    {
      title: 'takes any domain while all are level',
      nodes: [a, b],
      running: { a: [web], b: [web] },
      pod: spread(),
      refused: {},
    },
    {
      title: 'allows as much skew as it is told',
      nodes: [a, b],
      running: { a: [web] },
      pod: spread({ maxSkew: 2 }),
      refused: {},
    },
    {
      title: 'counts every node of a domain',
      nodes: [a, a2, b],
      running: { a: [web] },
      pod: spread(),
      refused: { a: skewed, a2: skewed },
    },
    {
      title: 'refuses nodes without the label',
      nodes: [a, bare],
      pod: spread(),
      refused: { bare: unlabelled },
    },
    {
      title: 'refuses nothing with ScheduleAnyway',
      nodes: [a, b],
      running: { a: [web] },
      pod: spread({ whenUnsatisfiable: 'ScheduleAnyway' }),
      refused: {},
    },
    {
      title: 'counts only pods that the selector selects',
      nodes: [a, b],
      running: { a: [{ labels: { app: 'other' } }] },
      pod: spread(),
      refused: {},
    },
    {
      title: 'counts only pods of its own namespace',
      nodes: [a, b],
      running: { a: [{ ...web, namespace: 'other' }] },
      pod: spread(),
      refused: {},
    },
    {
      title: 'takes the emptiest domain for empty while there are too few domains',
      nodes: [a, b],
      running: { a: [web], b: [web] },
      pod: spread({ minDomains: 3 }),
      refused: { a: skewed, b: skewed },
    },
    {
      title: 'leaves out domains that the pod cannot select',
      nodes: [a, b, c],
      running: { a: [web], b: [web] },
      pod: {
        ...spread(),
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: zone, operator: 'In', values: ['a', 'b'] }] }],
            },
          },
        },
      },
      refused: { c: ["node(s) didn't match Pod's node affinity/selector"] },
    },
    {
      title: 'counts tainted domains as empty by default, which is what makes a pod wait',
      nodes: [a, testNode('b', { zone: 'b', taints: ['k=v:NoSchedule'] })],
      running: { a: [web] },
      pod: spread(),
      refused: { a: skewed, b: ['node(s) had untolerated taint {k: v}'] },
    },
    {
      title: 'leaves tainted domains out where the policy honors taints',
      nodes: [a, testNode('b', { zone: 'b', taints: ['k=v:NoSchedule'] })],
      running: { a: [web] },
      pod: spread({ nodeTaintsPolicy: 'Honor' }),
      refused: { b: ['node(s) had untolerated taint {k: v}'] },
    },
    {
      title: 'does not count a pod that its own selector misses',
      nodes: [a, b],
      running: { a: [web] },
      pod: { ...spread(), labels: { app: 'other' } },
      refused: {},
    },
  ],
  InterPodAffinity: [
    {
      title: 'wants the domain of a matching pod',
      nodes: [a, a2, b],
      running: { a: [web] },
      pod: { affinity: near() },
      refused: { b: notNear },
    },
    {
      title: 'waits while no matching pod runs',
      nodes: [a, b],
      pod: { affinity: near() },
      refused: { a: notNear, b: notNear },
    },
    {
      title: 'lets the first of a kind start that wants its own company',
      nodes: [a, b],
      pod: { ...web, affinity: near() },
      refused: {},
    },
    {
      title: 'refuses a node without the label to the first of a kind',
      nodes: [bare],
      pod: { ...web, affinity: near() },
      refused: { bare: notNear },
    },
    {
      title: 'looks in its own namespace unless told otherwise',
      nodes: [a],
      running: { a: [{ ...web, namespace: 'other' }] },
      pod: { affinity: near() },
      refused: { a: notNear },
    },
    {
      title: 'looks in the namespaces that it names',
      nodes: [a],
      running: { a: [{ ...web, namespace: 'other' }] },
      pod: { affinity: near({ namespaces: ['other'] }) },
      refused: {},
    },
    {
      title: 'looks in the namespaces that its selector selects',
      nodes: [a, b],
      running: { a: [{ ...web, namespace: 'other' }] },
      namespaces: { other: { team: 'x' } },
      pod: { affinity: near({ namespaceSelector: { matchLabels: { team: 'x' } } }) },
      refused: { b: notNear },
    },
    {
      title: 'looks everywhere with an empty namespace selector',
      nodes: [a],
      running: { a: [{ ...web, namespace: 'other' }] },
      pod: { affinity: near({ namespaceSelector: {} }) },
      refused: {},
    },
    {
      title: 'keeps apart from a matching pod (C07)',
      nodes: [a, b],
      running: { a: [web] },
      pod: { affinity: apart() },
      refused: { a: tooNear },
    },
    {
      title: 'keeps apart across a zone',
      nodes: [a, a2, b],
      running: { a: [web] },
      pod: { affinity: apart({ topologyKey: zone }) },
      refused: { a: tooNear, a2: tooNear },
    },
    {
      title: 'lets a node without the label pass anti-affinity',
      nodes: [bare],
      running: { bare: [web] },
      pod: { affinity: apart() },
      refused: {},
    },
    {
      title: 'respects the anti-affinity of a pod that runs already',
      nodes: [a, b],
      running: { a: [{ affinity: apart() }] },
      pod: web,
      refused: { a: unwelcome },
    },
    {
      title: 'selects nothing with anti-affinity without a selector',
      nodes: [a],
      running: { a: [web] },
      pod: { affinity: apart({ labelSelector: undefined }) },
      refused: {},
    },
    {
      title: 'refuses nothing by a preference',
      nodes: [a],
      running: { a: [web] },
      pod: {
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, podAffinityTerm: { topologyKey: host, ...selectsWeb } },
            ],
          },
        },
      },
      refused: {},
    },
  ],
};

for (const [filter, all] of Object.entries(cases))
  describe(filter, () => {
    it.each(all)('$title', (test) => {
      expect(refusedBy(test)).toEqual(test.refused);
    });
  });
