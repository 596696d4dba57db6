import type { BrokenCase } from '../../support/broken-case';
import { added, authContainer, authPod, configMap } from './objects';

export const brokenKubernetes: readonly BrokenCase[] = [
  {
    title: 'an object in a namespace that nobody creates',
    incidents: ['G25', 'G26', 'H07'],
    change: (tree) => {
      tree.add('api-auth', { ...configMap, metadata: { name: 'settings', namespace: 'data' } });
    },
    code: 'namespaces-exist',
    path: 'ConfigMap data/settings: metadata.namespace',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a Deployment that two Applications render',
    incidents: ['B08', 'E02', 'E13', 'E14', 'E17', 'E18'],
    change: (tree) => {
      tree.add('api-my', tree.object('Deployment', 'auth/auth-api'));
    },
    code: 'objects-have-one-owner',
    path: 'Deployment auth/auth-api: metadata.name',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a pull secret that is not in the namespace',
    incidents: ['G01', 'G16', 'G22', 'E15'],
    change: (tree) => {
      for (const owner of tree.pods()) owner.imagePullSecrets = [{ name: 'ghcr-secret' }];
    },
    code: 'secrets-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.imagePullSecrets[0].name',
  },
  {
    title: 'the database secret under its other name',
    incidents: ['G13', 'G15', 'G16', 'G23'],
    change: (tree) => {
      authContainer(tree).envFrom = [{ secretRef: { name: 'postgres-secret' } }];
    },
    code: 'secrets-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].envFrom[0].secretRef.name',
  },
  {
    title: 'a key that the JWT secret does not have',
    incidents: ['G15', 'G23'],
    change: (tree) => {
      tree.add('api-auth', {
        ...added('external-secrets.io/v1beta1', 'ExternalSecret', 'jwt', 'auth'),
        spec: {
          secretStoreRef: { kind: 'ClusterSecretStore', name: 'parameter-store' },
          target: { name: 'jwt' },
          data: [{ secretKey: 'JWT_KEY', remoteRef: { key: '/eco2/eco2/jwt' } }],
        },
      });
      authContainer(tree).env = [
        { name: 'JWT_SECRET', valueFrom: { secretKeyRef: { name: 'jwt', key: 'JWT_SECRET' } } },
      ];
    },
    code: 'keys-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef',
  },
  {
    title: 'a ConfigMap file that was never added',
    incidents: ['E15', 'G23'],
    change: (tree) => {
      authPod(tree).volumes = [{ name: 'patch', configMap: { name: 'rabbitmq-patch' } }];
    },
    code: 'config-maps-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.volumes[0].configMap.name',
  },
  {
    title: 'a service account that nothing makes',
    change: (tree) => {
      authPod(tree).serviceAccountName = 'nobody';
    },
    code: 'service-accounts-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.serviceAccountName',
  },
  {
    title: 'a claim that nothing makes',
    change: (tree) => {
      authPod(tree).securityContext.fsGroup = 10001;
      authPod(tree).volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
      tree.object('Deployment', 'auth/auth-api').spec.replicas = 1;
    },
    code: 'claims-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
  },
  {
    title: 'a priority class that nothing makes',
    change: (tree) => {
      authPod(tree).priorityClassName = 'very-high';
    },
    code: 'priority-classes-exist',
    path: 'Deployment auth/auth-api: spec.template.spec.priorityClassName',
  },
  {
    title: 'a kind that the operator spells otherwise',
    incidents: ['G14'],
    change: (tree) => {
      tree.object('Application', 'api-auth').kind = 'Applicationset';
    },
    code: 'resources-have-a-definition',
    path: 'Applicationset argocd/api-auth: kind',
    also: ['projects-allow-what-they-deploy', 'application-paths-exist', 'objects-belong-to-an-application'],
  },
  {
    title: 'a custom resource whose operator is not installed',
    incidents: ['E20'],
    change: (tree) => {
      tree.add('api-auth', { ...added('acid.zalan.do/v1', 'postgresql', 'db', 'auth'), spec: {} });
    },
    code: 'resources-have-a-definition',
    path: 'postgresql auth/db: apiVersion',
    also: ['projects-allow-what-they-deploy'],
  },
  {
    title: 'a retention that is a map',
    incidents: ['C11'],
    change: (tree) => {
      tree.add('monitoring', {
        ...added('monitoring.coreos.com/v1', 'Prometheus', 'extra', 'monitoring'),
        spec: { retention: { time: '30d' } },
      });
    },
    code: 'custom-resources-fit',
    path: 'Prometheus monitoring/extra: spec.retention',
  },
  {
    title: 'a field that an Application does not have',
    incidents: ['E27'],
    change: (tree) => {
      tree.object('Application', 'api-auth').spec.syncWave = 3;
    },
    code: 'custom-resources-fit',
    path: 'Application argocd/api-auth: spec.syncWave',
  },
  {
    title: 'a kustomize version that the repo server does not have, and images as maps',
    incidents: ['E05', 'E16'],
    change: (tree) => {
      tree.object('Application', 'api-auth').spec.source.kustomize = {
        version: 'v5.3.0',
        images: [{ name: 'auth-api', newTag: 'v1' }],
      };
    },
    code: 'custom-resources-fit',
    path: 'Application argocd/api-auth: spec.source.kustomize.version',
  },
  {
    title: 'a Redis configuration where the name of a ConfigMap belongs',
    incidents: ['G11', 'G12'],
    change: (tree) => {
      tree.add('data-clusters', {
        ...added('redis.redis.opstreelabs.in/v1beta2', 'Redis', 'cache', 'databases'),
        spec: {
          redisConfig: { additionalRedisConfig: 'appendonly yes' },
          storage: { volumeClaimTemplate: { metadata: { name: 'data' } } },
        },
      });
    },
    code: 'custom-resources-fit',
    path: 'Redis databases/cache: spec.redisConfig.additionalRedisConfig',
    also: ['projects-allow-what-they-deploy', 'resources-have-a-definition'],
  },
];
