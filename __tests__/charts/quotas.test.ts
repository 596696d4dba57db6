import { resourceQuota } from '../../charts/namespaces/limits';
import { workersNamespace } from '../../model/resolve/app-names';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { eco2With } from '../support/definition';

const podsIn = (namespace: string, replicas: { auth: number; ai: number }) => {
  const cluster = resolveCluster(
    eco2With((definition) => {
      definition.domains.auth.replicas = replicas.auth;
      definition.workers.ai.replicas = replicas.ai;
    }),
  );
  return resourceQuota(cluster, namespace).spec?.hard?.['pods'];
};

test('a namespace takes forty pods, or twice those that run there where that is more', () => {
  expect(podsIn('auth', { auth: 2, ai: 1 })).toBe('40');
  expect(podsIn('auth', { auth: 30, ai: 1 })).toBe('60');
  // The other worker of eco2 runs once.
  expect(podsIn(workersNamespace, { auth: 2, ai: 50 })).toBe('102');
});
