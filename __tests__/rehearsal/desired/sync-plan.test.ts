import type { KubernetesObject } from '../../../model/kubernetes-object';
import { rootApplication, syncPlan } from '../../../rehearsal/desired/sync-plan';
import { objectName } from '../../../rehearsal/desired/sync-order';

const object = (
  kind: string,
  name: string,
  annotations: Record<string, string> = {},
  spec: object = {},
): KubernetesObject => ({ apiVersion: 'v1', kind, metadata: { name, annotations }, spec });
const wave = (number: number) => ({ 'argocd.argoproj.io/sync-wave': String(number) });
const application = (name: string, number: number, source: object) =>
  object('Application', name, wave(number), { source });

const root = application('root-app', 0, { path: 'dist/x/argocd' });
const tree = new Map([
  ['dist/x/argocd/root-app.yaml', root],
  ['dist/x/argocd/project.yaml', object('AppProject', 'platform', wave(-5))],
  [
    'dist/x/argocd/second.yaml',
    application('second', 10, {
      path: 'dist/x/manifests/second',
      repoURL: 'https://github.com/x/operator.git',
    }),
  ],
  ['dist/x/argocd/first.yaml', application('first', -1, { path: 'dist/x/manifests/first' })],
  ['dist/x/argocd/chart.yaml', application('chart', 5, { chart: 'metrics-server' })],
  ['dist/x/manifests/first/a.yaml', object('ConfigMap', 'a', wave(1))],
  ['dist/x/manifests/first/b.yaml', object('Deployment', 'b')],
  ['dist/x/manifests/first/c.yaml', object('Namespace', 'c')],
  ['dist/x/manifests/first/d.yaml', object('Job', 'd', { 'argocd.argoproj.io/hook': 'PreSync' })],
  ['dist/x/manifests/first/e.yaml', object('Job', 'e', { 'argocd.argoproj.io/hook': 'PostSync' })],
  ['dist/x/manifests/second/f.yaml', object('Role', 'f')],
  ['dist/x/manifests/second/g.yaml', object('ServiceAccount', 'g')],
]);

test('the root Application is the one whose path holds itself', () => {
  expect(rootApplication(tree)).toBe(root);
});

test('objects come in the order of Applications, phases, waves and kinds', () => {
  expect(syncPlan(tree, root).map((step) => objectName(step.object))).toEqual([
    'AppProject platform',
    'Application first',
    'Job d',
    'Namespace c',
    'Deployment b',
    'ConfigMap a',
    'Job e',
    'Application root-app',
    'Application chart',
    'Application second',
    'ServiceAccount g',
    'Role f',
  ]);
});

test('an Application names the charts and repositories that it fetches', () => {
  const origins = syncPlan(tree, root).flatMap((step) => step.origins);
  expect(origins).toEqual(['metrics-server', 'https://github.com/x/operator.git']);
});

test('every object belongs to the Application that holds it', () => {
  const owners = Object.fromEntries(
    syncPlan(tree, root).map((step) => [objectName(step.object), step.application]),
  );
  expect(owners).toMatchObject({
    'Namespace c': 'first',
    'Role f': 'second',
    'Application chart': 'root-app',
  });
});
