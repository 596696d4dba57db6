import type { ClusterRole } from '../schemas/objects';

/** Lets whoever may view a namespace see its custom resources too; it adds to Kubernetes's own `view` role. */
export function viewCustomResources(): ClusterRole {
  const name = 'view-custom-resources';
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' } },
    rules: [
      {
        apiGroups: ['external-secrets.io', 'monitoring.coreos.com', 'postgresql.cnpg.io', 'rabbitmq.com'],
        resources: [
          'backups',
          'clusters',
          'externalsecrets',
          'podmonitors',
          'prometheusrules',
          'rabbitmqclusters',
          'scheduledbackups',
          'servicemonitors',
        ],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  };
}
