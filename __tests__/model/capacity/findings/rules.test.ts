import { eco2 } from '../../../../clusters/eco2';
import { lossFindings, placementFindings } from '../../../../model/capacity/findings/placement-findings';
import type { ClusterDefinition } from '../../../../model/definition/cluster-definition';
import { resolveCluster } from '../../../../model/resolve/resolve-cluster';
import { eco2Cluster, placed, placementAfter } from '../../../support/placement';

const onAuth = {
  nodeSelector: { domain: 'auth' },
  tolerations: [{ key: 'domain', operator: 'Exists' }],
};
const deployment = (replicas: number, memory: string, strategy: object = {}, extra: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'auth' },
  spec: {
    replicas,
    strategy,
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { ...onAuth, containers: [{ resources: { requests: { cpu: '10m', memory } } }], ...extra },
    },
  },
});
const codes = (objects: readonly object[], cluster = eco2Cluster) =>
  placementFindings(placed(objects, cluster)).map(({ code }) => code);
const withSurvives = (survives: 'node' | 'zone') =>
  resolveCluster({ ...eco2, survives } as ClusterDefinition);

describe('rolling-updates-have-room', () => {
  const surging = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

  it('passes while one pod more fits', () => {
    expect(codes([deployment(2, '100Mi', surging)])).toEqual([]);
  });

  it('fails where the new pod has no room and no old one may go first', () => {
    const [finding] = placementFindings(placed([deployment(2, '200Mi', surging)])).filter(
      ({ code }) => code === 'rolling-updates-have-room',
    );
    expect(finding?.path).toBe('Deployment auth/web: spec.strategy');
    expect(finding?.problem).toContain('1 Insufficient memory');
  });

  it('passes where an old pod goes first', () => {
    const patient = { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } };
    expect(codes([deployment(2, '200Mi', patient)])).not.toContain('rolling-updates-have-room');
  });
});

describe('pods-have-a-place', () => {
  it('also asks for each Job', () => {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'migrate', namespace: 'auth' },
      spec: { template: deployment(1, '2Gi').spec.template },
    };
    expect(placementFindings(placed([job])).map(({ code, path }) => [code, path])).toContainEqual([
      'pods-have-a-place',
      'Job auth/migrate',
    ]);
  });
});

describe('nodes-keep-headroom', () => {
  const surging = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
  const problems = (replicas: number, memory: string, strategy: object) =>
    placementFindings(placed([deployment(replicas, memory, strategy)])).map(({ path, severity, problem }) => [
      path,
      severity,
      problem,
    ]);

  it('counts every rolling update at once against nine tenths', () => {
    expect(problems(1, '220Mi', { rollingUpdate: { maxSurge: 0 } })).toEqual([]);
    expect(problems(1, '200Mi', surging)).toEqual([]);
    expect(problems(1, '220Mi', surging)).toEqual([
      [
        'nodes.k8s-api-auth.type',
        'warning',
        'k8s-api-auth promises 94 % of its memory (584/622 MiB) at its worst hour',
      ],
    ]);
  });

  it('counts what always runs against eight tenths', () => {
    expect(problems(2, '180Mi', { rollingUpdate: { maxSurge: 0 } })).toEqual([
      [
        'nodes.k8s-api-auth.type',
        'warning',
        'k8s-api-auth promises 81 % of its memory (504/622 MiB) while nothing changes',
      ],
    ]);
  });
});

describe('pods-move-when-a-node-is-lost', () => {
  const anywhere = (memory: string) =>
    deployment(1, memory, {}, { nodeSelector: { tier: 'worker' }, tolerations: [] });

  it('passes while another node has room', () => {
    expect(codes([anywhere('500Mi')])).toEqual([]);
  });

  it('fails where the other nodes are full', () => {
    const full = [anywhere('1Gi'), { ...anywhere('1Gi'), metadata: { name: 'other', namespace: 'auth' } }];
    const found = placementFindings(placed(full)).filter(
      ({ code }) => code === 'pods-move-when-a-node-is-lost',
    );
    expect(found.map(({ path }) => path)).toEqual(['nodes.k8s-worker-ai', 'nodes.k8s-worker-storage']);
  });
});

describe('a loss', () => {
  it('is shown as a warning where the definition promises nothing', () => {
    const placement = placementAfter(() => undefined);
    expect(placementFindings(placement)).toEqual([]);
    expect(lossFindings(placement).map(({ code, severity }) => [code, severity])).toEqual([
      ['workloads-have-several-nodes', 'warning'],
      ['services-outlive-a-node', 'warning'],
      ['services-outlive-a-zone', 'warning'],
    ]);
  });

  it('is an error where the definition promises to survive it', () => {
    const promised = placementAfter(() => undefined, withSurvives('zone'));
    expect(placementFindings(promised).map(({ code, severity }) => [code, severity])).toEqual([
      ['workloads-have-several-nodes', 'error'],
      ['services-outlive-a-node', 'error'],
      ['services-outlive-a-zone', 'error'],
    ]);
    expect(lossFindings(promised)).toEqual([]);
  });

  it('names what stops with each node', () => {
    const [bound, node] = lossFindings(placementAfter(() => undefined));
    expect(bound?.problem).toContain('only one node takes auth/auth-api, character/character-api');
    expect(node?.problem).toContain('k8s-api-auth (auth/auth-api)');
    expect(node?.problem).toContain('k8s-master (the control plane');
  });
});

describe('namespace-quotas-hold-the-peak', () => {
  const quota = (hard: object) => ({
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'quota', namespace: 'auth' },
    spec: { hard },
  });
  const surging = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };

  it('passes while the quota admits the surge', () => {
    const hard = { pods: '3', 'requests.memory': '300Mi', 'requests.cpu': '30m' };
    expect(codes([deployment(2, '100Mi', surging), quota(hard)])).toEqual([]);
  });

  it.each([
    ['pods', '2', /need 3 at their peak/],
    ['requests.memory', '250Mi', /need 300Mi at their peak/],
    ['requests.cpu', '20m', /need 30m at their peak/],
  ])('fails where %s of %s does not admit it', (resource, value, problem) => {
    const found = placementFindings(placed([deployment(2, '100Mi', surging), quota({ [resource]: value })]));
    expect(found.map(({ path }) => path)).toEqual([`ResourceQuota auth/quota: spec.hard["${resource}"]`]);
    expect(found[0]?.problem).toMatch(problem);
  });
});

describe('foreign-sources-have-a-footprint', () => {
  const application = (source: object) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'platform', namespace: 'argocd' },
    spec: { source, destination: { namespace: 'platform' } },
  });

  it('passes for a chart whose version was read', () => {
    expect(codes([application({ chart: 'metrics-server', targetRevision: '3.12.1' })])).toEqual([]);
  });

  it.each([
    ['a chart that nobody counted', { chart: 'redis', targetRevision: '1.0.0' }],
    ['a version that nobody read', { chart: 'metrics-server', targetRevision: '9.0.0' }],
    [
      'a Kustomize repository that nobody counted',
      { repoURL: 'https://example.com/x.git', targetRevision: 'v1', kustomize: {} },
    ],
  ])('fails for %s', (_title, source) => {
    const found = placementFindings(placed([application(source)]));
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['foreign-sources-have-a-footprint', 'Application argocd/platform: spec.sources'],
    ]);
  });
});
