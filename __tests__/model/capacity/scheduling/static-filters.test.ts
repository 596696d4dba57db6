import { refusedBy, type FilterCase } from '../../../support/filter-case';
import { testNode } from '../../../support/scheduling';

const selector = ["node(s) didn't match Pod's node affinity/selector"];
const untolerated = (taint: string) => [`node(s) had untolerated taint {${taint}}`];
const required = (...nodeSelectorTerms: object[]) => ({
  affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
});
const expression = (key: string, operator: string, ...values: string[]) =>
  required({ matchExpressions: [{ key, operator, values }] });
const auth = testNode('auth', { labels: { domain: 'auth', size: '3' }, taints: ['domain=auth:NoSchedule'] });
const plain = testNode('plain', { labels: { disk: 'ssd', size: '10' } });

const cases: Record<string, FilterCase[]> = {
  NodeUnschedulable: [
    {
      title: 'refuses a cordoned node',
      nodes: [testNode('cordoned', { unschedulable: true }), plain],
      pod: {},
      refused: { cordoned: ['node(s) were unschedulable'] },
    },
    {
      title: 'lets a pod on a cordoned node that tolerates it, as DaemonSets do',
      nodes: [testNode('cordoned', { unschedulable: true })],
      pod: {
        tolerations: [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' }],
      },
      refused: {},
    },
  ],
  NodeName: [
    {
      title: 'takes the one node that the pod names',
      nodes: [plain, testNode('other')],
      pod: { nodeName: 'plain' },
      refused: { other: ["node(s) didn't match the requested node name"] },
    },
  ],
  TaintToleration: [
    {
      title: 'refuses a taint that is not tolerated',
      nodes: [auth],
      pod: {},
      refused: { auth: untolerated('domain: auth') },
    },
    {
      title: 'accepts a toleration of the same key, value and effect',
      nodes: [auth],
      pod: { tolerations: [{ key: 'domain', operator: 'Equal', value: 'auth', effect: 'NoSchedule' }] },
      refused: {},
    },
    {
      title: 'compares values where no operator is given',
      nodes: [auth],
      pod: { tolerations: [{ key: 'domain', value: 'auth' }] },
      refused: {},
    },
    {
      title: 'refuses a toleration of another value (C13)',
      nodes: [auth],
      pod: { tolerations: [{ key: 'domain', operator: 'Equal', value: 'my' }] },
      refused: { auth: untolerated('domain: auth') },
    },
    {
      title: 'ignores the value where the operator is Exists',
      nodes: [auth],
      pod: { tolerations: [{ key: 'domain', operator: 'Exists' }] },
      refused: {},
    },
    {
      title: 'accepts everything with Exists and no key',
      nodes: [auth, testNode('master', { taints: ['node-role.kubernetes.io/control-plane:NoExecute'] })],
      pod: { tolerations: [{ operator: 'Exists' }] },
      refused: {},
    },
    {
      title: 'accepts nothing with Equal and no key',
      nodes: [auth],
      pod: { tolerations: [{ operator: 'Equal', value: 'auth' }] },
      refused: { auth: untolerated('domain: auth') },
    },
    {
      title: 'refuses a toleration of another effect',
      nodes: [auth],
      pod: { tolerations: [{ key: 'domain', operator: 'Exists', effect: 'NoExecute' }] },
      refused: { auth: untolerated('domain: auth') },
    },
    {
      title: 'refuses NoExecute as it refuses NoSchedule',
      nodes: [testNode('n', { taints: ['k=v:NoExecute'] })],
      pod: {},
      refused: { n: untolerated('k: v') },
    },
    {
      title: 'lets PreferNoSchedule pass',
      nodes: [testNode('n', { taints: ['k=v:PreferNoSchedule'] })],
      pod: {},
      refused: {},
    },
    {
      title: 'names the first of two taints that is not tolerated',
      nodes: [testNode('n', { taints: ['a=1:NoSchedule', 'b=2:NoSchedule'] })],
      pod: { tolerations: [{ key: 'a', operator: 'Exists' }] },
      refused: { n: untolerated('b: 2') },
    },
    {
      title: 'shows a taint without a value with an empty one',
      nodes: [testNode('master', { taints: ['node-role.kubernetes.io/control-plane:NoSchedule'] })],
      pod: {},
      refused: { master: untolerated('node-role.kubernetes.io/control-plane: ') },
    },
    {
      title: 'speaks before NodeAffinity',
      nodes: [auth],
      pod: { nodeSelector: { domain: 'my' } },
      refused: { auth: untolerated('domain: auth') },
    },
  ],
  NodeAffinity: [
    {
      title: 'takes nodes that carry every label of a node selector',
      nodes: [plain],
      pod: { nodeSelector: { disk: 'ssd' } },
      refused: {},
    },
    {
      title: 'refuses nodes that lack a label of a node selector (C01)',
      nodes: [plain],
      pod: { nodeSelector: { disk: 'ssd', gpu: 'yes' } },
      refused: { plain: selector },
    },
    {
      title: 'refuses another value (C02)',
      nodes: [plain],
      pod: { nodeSelector: { disk: 'hdd' } },
      refused: { plain: selector },
    },
    {
      title: 'In needs one of the values',
      nodes: [plain, testNode('b')],
      pod: expression('disk', 'In', 'nvme', 'ssd'),
      refused: { b: selector },
    },
    {
      title: 'NotIn refuses the values',
      nodes: [plain],
      pod: expression('disk', 'NotIn', 'ssd'),
      refused: { plain: selector },
    },
    {
      title: 'NotIn accepts a node without the label',
      nodes: [testNode('b')],
      pod: expression('disk', 'NotIn', 'ssd'),
      refused: {},
    },
    {
      title: 'Exists needs the label',
      nodes: [plain, testNode('b')],
      pod: expression('disk', 'Exists'),
      refused: { b: selector },
    },
    {
      title: 'DoesNotExist needs its absence',
      nodes: [plain, testNode('b')],
      pod: expression('disk', 'DoesNotExist'),
      refused: { plain: selector },
    },
    {
      title: 'Gt compares integers, not texts',
      nodes: [plain],
      pod: expression('size', 'Gt', '9'),
      refused: {},
    },
    {
      title: 'Gt is strict',
      nodes: [plain],
      pod: expression('size', 'Gt', '10'),
      refused: { plain: selector },
    },
    {
      title: 'Lt accepts a smaller integer',
      nodes: [plain],
      pod: expression('size', 'Lt', '11'),
      refused: {},
    },
    {
      title: 'Gt refuses a label that is no integer',
      nodes: [plain],
      pod: expression('disk', 'Gt', '1'),
      refused: { plain: selector },
    },
    {
      title: 'holds requirements of one term together',
      nodes: [plain],
      pod: required({
        matchExpressions: [
          { key: 'disk', operator: 'Exists' },
          { key: 'size', operator: 'In', values: ['3'] },
        ],
      }),
      refused: { plain: selector },
    },
    {
      title: 'takes terms as alternatives',
      nodes: [plain],
      pod: required(
        { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] },
        { matchExpressions: [{ key: 'disk', operator: 'Exists' }] },
      ),
      refused: {},
    },
    {
      title: 'matches no node with an empty term',
      nodes: [plain],
      pod: required({}),
      refused: { plain: selector },
    },
    {
      title: 'matches no node with an empty list of terms',
      nodes: [plain],
      pod: required(),
      refused: { plain: selector },
    },
    {
      title: 'selects a node by its name as a field',
      nodes: [plain, testNode('b')],
      pod: required({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['b'] }] }),
      refused: { plain: selector },
    },
    {
      title: 'needs the node selector as well as the affinity',
      nodes: [plain],
      pod: { nodeSelector: { gpu: 'yes' }, ...expression('disk', 'Exists') },
      refused: { plain: selector },
    },
    {
      title: 'refuses nothing by a preference',
      nodes: [plain],
      pod: {
        affinity: {
          nodeAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 100, preference: { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] } },
            ],
          },
        },
      },
      refused: {},
    },
    {
      title: 'keeps a pod of a DaemonSet on the node that it was made for',
      nodes: [plain, testNode('b')],
      pod: { onlyNode: 'b' },
      refused: { plain: selector },
    },
  ],
};

for (const [filter, all] of Object.entries(cases))
  describe(filter, () => {
    it.each(all)('$title', (one) => {
      expect(refusedBy(one)).toEqual(one.refused);
    });
  });
