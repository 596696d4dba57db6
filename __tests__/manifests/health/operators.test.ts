import { healthScripts } from '../../../manifests/health/health-scripts';
import { ownedObjects, resolvedClusters } from '../../support/manifests';
import { health } from '../../support/health';

type Case = readonly [what: string, status: unknown, expected: string];

const condition = (type: string, status: string, more: object = {}) => ({ type, status, ...more });
const ready = [condition('AllReplicasReady', 'True'), condition('ClusterAvailable', 'True')];

describe('the health of a RabbitmqCluster', () => {
  const cases: Case[] = [
    ['nothing is known', undefined, 'Progressing'],
    [
      'it is ready',
      { observedGeneration: 2, conditions: [...ready, condition('ReconcileSuccess', 'True')] },
      'Healthy',
    ],
    ['its operator has seen an older spec', { observedGeneration: 1, conditions: ready }, 'Progressing'],
    [
      'a replica is not ready',
      {
        observedGeneration: 2,
        conditions: [condition('AllReplicasReady', 'False'), condition('ClusterAvailable', 'True')],
      },
      'Progressing',
    ],
    [
      'its operator starts',
      {
        observedGeneration: 2,
        conditions: [condition('ReconcileSuccess', 'False', { reason: 'Initialising' })],
      },
      'Progressing',
    ],
    [
      'its operator gives up',
      {
        observedGeneration: 2,
        conditions: [condition('ReconcileSuccess', 'False', { reason: 'Error', message: 'no' })],
      },
      'Degraded',
    ],
  ];
  test.each(cases)('when %s', (_what, status, expected) => {
    const object = { metadata: { generation: 2 }, spec: { replicas: 1 }, status };
    expect(health(healthScripts['rabbitmq.com_RabbitmqCluster'], object).status).toBe(expected);
  });
});

describe('the health of a CloudNativePG Cluster', () => {
  const cases: Case[] = [
    ['nothing is known', undefined, 'Progressing'],
    ['it is set up', { phase: 'Setting up primary', readyInstances: 0 }, 'Progressing'],
    ['it is healthy', { phase: 'Cluster in healthy state', readyInstances: 1 }, 'Healthy'],
    ['an instance is missing', { phase: 'Cluster in healthy state', readyInstances: 0 }, 'Progressing'],
    ['it switches over', { phase: 'Switchover in progress', readyInstances: 1 }, 'Progressing'],
    ['its volume is full', { phase: 'Not enough disk space', readyInstances: 0 }, 'Degraded'],
  ];
  test.each(cases)('when %s', (_what, status, expected) => {
    const object = { metadata: {}, spec: { instances: 1 }, status };
    expect(health(healthScripts['postgresql.cnpg.io_Cluster'], object).status).toBe(expected);
  });
});

describe('the health of a ScheduledBackup', () => {
  const cases: Case[] = [
    ['nothing is known', undefined, 'Progressing'],
    ['its operator has read it', { lastCheckTime: '2026-11-21T00:00:00Z' }, 'Healthy'],
  ];
  test.each(cases)('when %s', (_what, status, expected) => {
    expect(health(healthScripts['postgresql.cnpg.io_ScheduledBackup'], { status }).status).toBe(expected);
  });
});

describe('the health of a ClusterSecretStore', () => {
  const cases: Case[] = [
    ['nothing is known', undefined, 'Progressing'],
    ['its provider lets it in', { conditions: [condition('Ready', 'True')] }, 'Healthy'],
    [
      'its provider refuses',
      { conditions: [condition('Ready', 'False', { message: 'AccessDenied' })] },
      'Degraded',
    ],
  ];
  test.each(cases)('when %s', (_what, status, expected) => {
    expect(health(healthScripts['external-secrets.io_ClusterSecretStore'], { status }).status).toBe(expected);
  });
});

/** Kinds whose health Argo CD 2.14 knows by itself, or that are healthy as soon as they exist. */
const knownToArgoCd = [
  'ConfigMap',
  'Deployment',
  'ExternalSecret',
  'Ingress',
  'Job',
  'Service',
  'StatefulSet',
];
const withoutHealth = [
  'AppProject',
  'ClusterRole',
  'ClusterRoleBinding',
  'LimitRange',
  'Namespace',
  'NetworkPolicy',
  'Password',
  'PodDisruptionBudget',
  'PodMonitor',
  'PriorityClass',
  'PrometheusRule',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'Secret',
  'ServiceAccount',
  'ServiceMonitor',
  'StorageClass',
];

test.each(resolvedClusters)(
  'every kind of %s whose health means something has a script',
  (_name, cluster) => {
    const kinds = new Set(
      ownedObjects(cluster).map(({ object }) => `${object.apiVersion.split('/')[0] ?? ''}_${object.kind}`),
    );
    const unknown = [...kinds].filter((kind) => {
      const short = kind.split('_')[1] ?? '';
      return !(kind in healthScripts) && !knownToArgoCd.includes(short) && !withoutHealth.includes(short);
    });
    expect(unknown).toEqual([]);
  },
);
