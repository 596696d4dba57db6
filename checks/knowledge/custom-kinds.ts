import type { Artifacts } from '../artifacts/artifacts';
import { text } from '../artifacts/value';

/** Kinds of the operators in use, as their definitions spell them. */
const known: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': ['Application', 'ApplicationSet', 'AppProject'],
  'postgresql.cnpg.io': [
    'Backup',
    'Cluster',
    'ClusterImageCatalog',
    'Database',
    'ImageCatalog',
    'Pooler',
    'Publication',
    'ScheduledBackup',
    'Subscription',
  ],
  'rabbitmq.com': [
    'RabbitmqCluster',
    'Binding',
    'Exchange',
    'Federation',
    'OperatorPolicy',
    'Permission',
    'Policy',
    'Queue',
    'SchemaReplication',
    'Shovel',
    'SuperStream',
    'TopicPermission',
    'User',
    'Vhost',
  ],
  'external-secrets.io': [
    'ClusterExternalSecret',
    'ClusterPushSecret',
    'ClusterSecretStore',
    'ExternalSecret',
    'PushSecret',
    'SecretStore',
  ],
  'monitoring.coreos.com': [
    'Alertmanager',
    'AlertmanagerConfig',
    'PodMonitor',
    'Probe',
    'Prometheus',
    'PrometheusAgent',
    'PrometheusRule',
    'ScrapeConfig',
    'ServiceMonitor',
    'ThanosRuler',
  ],
  'elbv2.k8s.aws': ['IngressClassParams', 'TargetGroupBinding'],
  'acid.zalan.do': ['postgresql', 'OperatorConfiguration', 'PostgresTeam'],
};

/** Kinds by API group: those of definitions in the tree, and those of well-known operators. */
export function kindsOf({ objects }: Artifacts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(Object.entries(known).map(([group, kinds]) => [group, new Set(kinds)]));
  for (const { value } of objects.ofKind('CustomResourceDefinition')) {
    const group = text(value, 'spec', 'group') ?? '';
    const kind = text(value, 'spec', 'names', 'kind') ?? '';
    found.set(group, (found.get(group) ?? new Set<string>()).add(kind));
  }
  return found;
}
