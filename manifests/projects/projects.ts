import type { Cluster, Domain } from '../../model/cluster';
import { clusterNamespaces } from '../../model/namespaces';
import { byName } from '../../model/resolve/by-name';
import { systemNamespaces } from '../../model/system-namespaces';
import type { PlatformApplication } from '../application';
import { applications } from '../applications';
import type { Project } from './project';

/** Every AppProject: `bootstrap`, `platform` and one for each domain. */
export function projects(cluster: Cluster): Project[] {
  const { gitops } = cluster;
  const all = applications(cluster);
  return [
    {
      name: 'bootstrap',
      description: 'The root Application and the namespaces that everything else lives in.',
      repositories: [gitops.repository],
      namespaces: [systemNamespaces.argocd, ...clusterNamespaces(cluster).map(({ name }) => name)],
      clusterKinds: ['/Namespace'],
      kinds: [
        '/ConfigMap',
        '/LimitRange',
        '/ResourceQuota',
        '/Secret',
        'argoproj.io/AppProject',
        'argoproj.io/Application',
      ],
    },
    {
      name: 'platform',
      description: 'What the domains stand on: infrastructure, controllers, data, monitoring, workers.',
      repositories: [gitops.repository, ...foreignRepositories(all)],
      namespaces: [
        systemNamespaces.argocd,
        systemNamespaces.kubeSystem,
        ...clusterNamespaces(cluster).map(({ name }) => name),
      ],
      clusterKinds: platformClusterKinds,
      kinds: platformKinds,
    },
    ...byName(cluster.domains).map(([, domain]) => domainProject(cluster, domain)),
  ];
}

function domainProject({ gitops }: Cluster, { name, namespace }: Domain): Project {
  return {
    name: `api-${name}`,
    description: `The API of domain ${name}.`,
    repositories: [gitops.repository],
    namespaces: [namespace],
    clusterKinds: [],
    kinds: [
      '/ConfigMap',
      '/Service',
      '/ServiceAccount',
      'apps/Deployment',
      'external-secrets.io/ExternalSecret',
      'monitoring.coreos.com/ServiceMonitor',
      'networking.k8s.io/Ingress',
      'policy/PodDisruptionBudget',
    ],
  };
}

/** Repositories of charts and operators. */
function foreignRepositories(all: readonly PlatformApplication[]): string[] {
  const repositories = all.flatMap(({ sources = [] }) =>
    sources.map((source) => (source.kind === 'helm' ? source.release.repository : source.repository)),
  );
  return [...new Set(repositories)].sort();
}

/** Ours and those of the charts, which bring their own roles, webhooks and definitions. */
const platformClusterKinds = [
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'elbv2.k8s.aws/IngressClassParams',
  'external-secrets.io/ClusterSecretStore',
  'networking.k8s.io/IngressClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/StorageClass',
];

const platformKinds = [
  '/ConfigMap',
  '/PersistentVolumeClaim',
  '/Secret',
  '/Service',
  '/ServiceAccount',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
  'external-secrets.io/ExternalSecret',
  'generators.external-secrets.io/Password',
  'monitoring.coreos.com/Alertmanager',
  'monitoring.coreos.com/PodMonitor',
  'monitoring.coreos.com/Prometheus',
  'monitoring.coreos.com/PrometheusRule',
  'monitoring.coreos.com/ServiceMonitor',
  'networking.k8s.io/Ingress',
  'networking.k8s.io/NetworkPolicy',
  'policy/PodDisruptionBudget',
  'postgresql.cnpg.io/Cluster',
  'postgresql.cnpg.io/ScheduledBackup',
  'rabbitmq.com/RabbitmqCluster',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
];
