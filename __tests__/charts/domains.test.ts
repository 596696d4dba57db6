import { eco2 } from '../../clusters/eco2';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { checkDefinition } from '../../model/rules/check-definition';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { ownedObjects } from '../support/manifests';

/** Texts of a cluster's objects by owner and name. */
function texts(definition: ClusterDefinition): Map<string, string> {
  return new Map(
    ownedObjects(resolveCluster(definition)).map(({ owner, object }) => [
      `${owner} ${object.kind} ${object.metadata.namespace ?? ''}/${object.metadata.name}`,
      JSON.stringify(object),
    ]),
  );
}

const definition: ClusterDefinition = eco2;

const withReward: ClusterDefinition = {
  ...definition,
  nodes: {
    ...definition.nodes,
    'k8s-api-reward': {
      role: 'api',
      serves: 'reward',
      type: 't3.micro',
      rootVolumeGiB: 20,
      zone: 'b',
      bringUp: 5,
      number: 30,
    },
  },
  domains: {
    ...definition.domains,
    reward: { stage: 'api-third', path: '/api/v1/reward', ingressOrder: 80, uses: ['postgresql'] },
  },
  gitops: { ...definition.gitops, images: { ...definition.gitops.images, 'reward-api': 'v1.0.0' } },
};

describe('adding a domain', () => {
  const before = texts(definition);
  const after = texts(withReward);
  const added = [...after.keys()].filter((key) => !before.has(key));

  test('is one entry with its node and image', () => {
    expect(checkDefinition(withReward)).toEqual([]);
  });

  test('gives namespace, policies, Application, project, content, dashboard', () => {
    expect(added.sort()).toEqual(
      [
        'api-reward ConfigMap reward/reward-api',
        'api-reward Deployment reward/reward-api',
        'api-reward ExternalSecret reward/registry-credentials',
        'api-reward ExternalSecret reward/reward-api',
        'api-reward Ingress reward/reward-api',
        'api-reward PodDisruptionBudget reward/reward-api',
        'api-reward Service reward/reward-api',
        'api-reward ServiceAccount reward/reward-api',
        'api-reward ServiceMonitor reward/reward-api',
        'argocd AppProject argocd/api-reward',
        'argocd Application argocd/api-reward',
        'infrastructure NetworkPolicy reward/common',
        'infrastructure NetworkPolicy reward/default-deny',
        'infrastructure NetworkPolicy reward/reward-api',
        'monitoring ConfigMap monitoring/dashboard-domain-reward',
        'namespaces LimitRange reward/defaults',
        'namespaces Namespace /reward',
        'namespaces ResourceQuota reward/quota',
      ].sort(),
    );
  });

  test('touches no object of another domain', () => {
    const others = ['auth', 'my', 'scan', 'character', 'location', 'info', 'chat'];
    const changed = [...before].filter(([key, text]) => after.get(key) !== text).map(([key]) => key);
    expect(changed.filter((key) => others.some((domain) => key.startsWith(`api-${domain} `)))).toEqual([]);
    // Only what knows of every domain changes: who may reach whom, what hooks look at, what projects allow.
    const shared = /^(infrastructure (ConfigMap|ClusterRole|Job|NetworkPolicy) |argocd AppProject )/;
    expect(changed.filter((key) => !shared.test(key))).toEqual([]);
  });
});

describe('removing a domain', () => {
  test('leaves nothing behind', () => {
    const left = [...texts(definition)].filter(
      ([key, text]) => key.includes('reward') || text.includes('reward'),
    );
    expect(left).toEqual([]);
  });

  test('deletes its objects with its Application, which no stateful child does', () => {
    const applications = ownedObjects(resolveCluster(definition)).filter(
      ({ object }) => object.kind === 'Application',
    );
    const cascading = applications
      .filter(({ object }) => (object.metadata as { finalizers?: string[] }).finalizers?.length)
      .map(({ object }) => object.metadata.name);
    expect(cascading.every((name) => name.startsWith('api-'))).toBe(true);
    expect(cascading).toHaveLength(Object.keys(definition.domains).length);
  });
});
