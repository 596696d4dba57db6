import { eco2 } from '../../../../clusters/eco2';
import { schedulerNodes } from '../../../../model/capacity/cluster-nodes';
import { placementFindings } from '../../../../model/capacity/findings/placement-findings';
import { placeCluster } from '../../../../model/capacity/placement/place-cluster';
import { resolveCluster } from '../../../../model/resolve/resolve-cluster';
import { eco2Cluster, placementAfter, placementFindingsAfter } from '../../../support/placement';
import { findingsAfter, type Loose, type Tree } from '../../../support/tree';

const monitoringValues = (tree: Tree): Loose =>
  tree.object('Application', 'argocd/monitoring').spec.sources.find(({ chart }: Loose) => chart).helm
    .valuesObject;
const prometheus = (tree: Tree): Loose => monitoringValues(tree).prometheus.prometheusSpec;
const postgresql = (tree: Tree): Loose => tree.object('Cluster', 'databases/postgresql').spec;
const selects = (key: string, value: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }],
    },
  },
});

interface Incident {
  readonly id: string;
  readonly title: string;
  readonly mistake: (tree: Tree) => void;
  readonly code: string;
  readonly path: string;
  readonly problem: RegExp;
  readonly fix?: RegExp;
}

const place = 'pods-have-a-place';
const prometheusPath = 'Prometheus monitoring/kube-prometheus-stack-prometheus';

const incidents: Incident[] = [
  {
    id: 'C01',
    title: 'a selector on a label that no node has',
    mistake: (tree) => (tree.pod('StatefulSet', 'databases/redis').affinity = selects('infra-type', 'redis')),
    code: place,
    path: 'StatefulSet databases/redis',
    problem: /0\/14 nodes are available: .*didn't match Pod's node affinity\/selector/,
    fix: /No node has the label infra-type/,
  },
  {
    id: 'C02',
    title: 'a selector on a value that no node has',
    mistake: (tree) => Object.assign(postgresql(tree).affinity, selects('workload', 'postgresq')),
    code: place,
    path: 'Cluster databases/postgresql',
    problem: /0\/14 nodes are available/,
    fix: /No node has workload=postgresq; did you mean postgresql\?/,
  },
  {
    id: 'C03',
    title: 'monitoring without its toleration',
    mistake: (tree) => delete prometheus(tree).tolerations,
    code: place,
    path: prometheusPath,
    problem: /1 node\(s\) had untolerated taint \{workload: monitoring\}/,
    fix: /Tolerate workload=monitoring:NoSchedule/,
  },
  {
    id: 'C03',
    title: 'a Prometheus that asks for more memory than its node has',
    mistake: (tree) => (prometheus(tree).resources.requests.memory = '4Gi'),
    code: place,
    path: prometheusPath,
    problem: /1 Insufficient memory/,
    fix: /Set nodes.k8s-monitoring.type to t3.large instead of t3.medium \(\+37.96 USD a month\)/,
  },
  {
    id: 'C04',
    title: 'a Prometheus that asks for more CPU than is left',
    mistake: (tree) => (prometheus(tree).resources.requests.cpu = '1600m'),
    code: place,
    path: prometheusPath,
    problem: /1 Insufficient cpu/,
    fix: /Or lower requests: k8s-monitoring has \d+m of CPU left for it/,
  },
  {
    id: 'C05',
    title: 'a monitoring node at its limit',
    mistake: (tree) => (prometheus(tree).resources.requests.cpu = '1150m'),
    code: 'nodes-keep-headroom',
    path: 'nodes.k8s-monitoring.type',
    problem: /k8s-monitoring promises 8\d % of its CPU/,
  },
  {
    id: 'C07',
    title: 'replicas that must be apart on a single node',
    mistake: (tree) => {
      const labelSelector = { matchLabels: { 'app.kubernetes.io/name': 'auth-api' } };
      const term = { topologyKey: 'kubernetes.io/hostname', labelSelector };
      tree.pod('Deployment', 'auth/auth-api').affinity.podAntiAffinity = {
        requiredDuringSchedulingIgnoredDuringExecution: [term],
      };
    },
    code: place,
    path: 'Deployment auth/auth-api',
    problem: /has no node for auth\/auth-api-\d: .*1 node\(s\) didn't match pod anti-affinity rules/,
    fix: /preference, or add a node/,
  },
  {
    id: 'C12',
    title: 'a Redis larger than its node',
    mistake: (tree) => {
      const { containers } = tree.pod('StatefulSet', 'databases/redis');
      containers[0].resources = { requests: { cpu: '200m', memory: '2Gi' } };
    },
    code: place,
    path: 'StatefulSet databases/redis',
    problem: /1 Insufficient memory/,
    fix: /Set nodes.k8s-redis.type to t3.medium/,
  },
  {
    id: 'C12',
    title: "a RabbitMQ with its operator's default of 2 GiB",
    mistake: (tree) => delete tree.object('RabbitmqCluster', 'messaging/rabbitmq').spec.resources,
    code: place,
    path: 'RabbitmqCluster messaging/rabbitmq',
    problem: /1 Insufficient memory/,
  },
  {
    id: 'C13',
    title: 'a toleration of a taint from an older scheme',
    mistake: (tree) =>
      (tree.pod('StatefulSet', 'databases/redis').tolerations = [
        { key: 'sesacthon.io/infrastructure', operator: 'Exists' },
      ]),
    code: place,
    path: 'StatefulSet databases/redis',
    problem: /1 node\(s\) had untolerated taint \{workload: redis\}/,
  },
  {
    id: 'A38',
    title: 'controllers that are all pinned to the control plane',
    mistake: (tree) => {
      const { valuesObject } = tree.object('Application', 'argocd/alb-controller').spec.source.helm;
      valuesObject.affinity = {};
      valuesObject.nodeSelector = { 'node-role.kubernetes.io/control-plane': '' };
      valuesObject.resources = { requests: { cpu: '1000m', memory: '128Mi' } };
    },
    code: 'system-addons-have-a-place',
    path: 'Deployment kube-system/aws-load-balancer-controller',
    problem: /1 Insufficient cpu/,
  },
  {
    id: 'A39',
    title: 'API pods that a t3.micro cannot hold',
    mistake: (tree) => {
      const [container] = tree.pod('Deployment', 'auth/auth-api').containers;
      container.resources.requests.memory = '256Mi';
    },
    code: place,
    path: 'Deployment auth/auth-api',
    problem: /1 Insufficient memory/,
    fix: /Set nodes.k8s-api-auth.type to t3.small instead of t3.micro \(\+9.49 USD a month\)/,
  },
];

describe('a recorded scheduling incident, put back into the output of eco2', () => {
  it('is not there in the healthy output', () => {
    expect(placementFindingsAfter(() => undefined)).toEqual([]);
  });

  it.each(incidents)('$id: $title', ({ mistake, code, path, problem, fix }) => {
    const found = placementFindingsAfter(mistake).filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.path)).toContain(path);
    const own = found.find((finding) => finding.path === path);
    expect(own?.problem).toMatch(problem);
    if (fix) expect(own?.fix).toMatch(fix);
  });

  it('B12: DNS has no place when every node is tainted', () => {
    const nodes = schedulerNodes(eco2Cluster).map((node) => ({
      ...node,
      taints: [...node.taints, { key: 'domain', value: 'all', effect: 'NoSchedule' }],
    }));
    const found = placementFindings(placeCluster(eco2Cluster, [], nodes));
    expect(
      found.filter(({ code }) => code === 'system-addons-have-a-place').map(({ path }) => path),
    ).toContain('Deployment kube-system/coredns');
  });

  it('C06: a toleration without a selector lets a database run on another node', () => {
    const mistake = (tree: Tree) => delete tree.pod('StatefulSet', 'databases/redis').affinity;
    const { steady, pods, nodes } = placementAfter(mistake);
    const redis = pods.filter(({ name }) => name === 'databases/redis-0');
    const open = redis.flatMap((pod) =>
      steady.board.template(pod).candidates.map((index) => nodes[index]?.name),
    );
    expect(open).toEqual(['k8s-redis', 'k8s-worker-ai', 'k8s-worker-storage']);
    expect(findingsAfter(mistake).map(({ code }) => code)).toContain('tolerations-come-with-a-selector');
  });

  it('C08: a host name as selector', () => {
    const mistake = (tree: Tree) =>
      (tree.pod('StatefulSet', 'databases/redis').nodeSelector = { 'kubernetes.io/hostname': 'k8s-redis' });
    expect(findingsAfter(mistake).map(({ code }) => code)).toContain('pods-select-no-hostname');
  });

  it('C10: no API node can be without its taint, because taints come from its role', () => {
    const { nodes } = resolveCluster(eco2);
    for (const node of Object.values(nodes).filter(({ role }) => role === 'api'))
      expect(node.taints).toEqual([{ key: 'domain', value: node.serves, effect: 'NoSchedule' }]);
  });

  it('C11: a retention that is no duration', () => {
    const found = findingsAfter((tree) => (prometheus(tree).retention = { time: '30d' }));
    expect(found.some(({ incidents: ids }) => ids?.includes('C11'))).toBe(true);
  });
});
