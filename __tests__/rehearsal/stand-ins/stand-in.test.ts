import type { Workload } from '../../../model/capacity/workloads/workload';
import { foreignWorkloads, isBroughtBy } from '../../../rehearsal/stand-ins/due';
import { standIn } from '../../../rehearsal/stand-ins/stand-in';

const workload = (change: Partial<Workload> = {}): Workload => ({
  kind: 'Deployment',
  namespace: 'platform',
  name: 'external-dns',
  podLabels: { app: 'external-dns' },
  spec: {
    nodeSelector: { workload: 'x' },
    containers: [{ resources: { requests: { cpu: '10m', memory: '64Mi' } } }],
  },
  replicas: 1,
  surge: 1,
  maxUnavailable: 0,
  isDaemon: false,
  isJob: false,
  claims: [],
  application: 'external-dns',
  ...change,
});

test('a stand-in has the requests, labels and node selection of what it stands for', () => {
  expect(standIn(workload())).toMatchObject({
    kind: 'Deployment',
    metadata: { name: 'external-dns', namespace: 'platform' },
    spec: {
      replicas: 1,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels: { app: 'external-dns' } },
        spec: {
          nodeSelector: { workload: 'x' },
          containers: [{ resources: { requests: { cpu: '10m', memory: '64Mi' } } }],
        },
      },
    },
  });
});

test.each([
  ['a DaemonSet', 'DaemonSet', { kind: 'DaemonSet', isDaemon: true }],
  ['the pods of an operator', 'StatefulSet', { kind: 'RabbitmqCluster' }],
  ['a Deployment with volumes of its own', 'StatefulSet', { claims: [{ name: 'data', gib: 10 }] }],
])('%s is stood in for by a %s', (_case, kind, change) => {
  expect(standIn(workload(change)).kind).toBe(kind);
});

test('every replica of a stand-in claims the volumes that the proof counts', () => {
  const { spec } = standIn(workload({ claims: [{ name: 'data', gib: 100, storageClass: 'gp3' }] }));
  expect(spec).toMatchObject({
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { storageClassName: 'gp3', resources: { requests: { storage: '100Gi' } } },
      },
    ],
  });
});

test('only what no object of the output makes needs a stand-in', () => {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'own', namespace: 'auth' },
  };
  const cluster = { apiVersion: 'x/v1', kind: 'Cluster', metadata: { name: 'pg', namespace: 'databases' } };
  const own = workload({ namespace: 'auth', name: 'own' });
  const operated = workload({ kind: 'Cluster', namespace: 'databases', name: 'pg' });
  const chart = workload();
  expect(foreignWorkloads([own, operated, chart], [deployment, cluster])).toEqual([operated, chart]);
  expect(isBroughtBy(operated, cluster)).toBe(true);
  expect(isBroughtBy(operated, deployment)).toBe(false);
});

test('a chart comes in with the Application that installs it', () => {
  const application = (name: string) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name },
  });
  expect(isBroughtBy(workload(), application('external-dns'))).toBe(true);
  expect(isBroughtBy(workload(), application('alb-controller'))).toBe(false);
});
