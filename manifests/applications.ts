import { albControllerSources } from '../charts/alb-controller/alb-controller-sources';
import { ApiChart } from '../charts/api/api-chart';
import { DataClustersChart } from '../charts/data-clusters/data-clusters-chart';
import { dataOperatorsSources } from '../charts/data-operators/data-operators-sources';
import { GitopsToolsChart } from '../charts/gitops-tools/gitops-tools-chart';
import { InfrastructureChart } from '../charts/infrastructure/infrastructure-chart';
import { MonitoringChart } from '../charts/monitoring/monitoring-chart';
import { monitoringSources } from '../charts/monitoring/monitoring-sources';
import { NamespacesChart } from '../charts/namespaces/namespaces-chart';
import { PlatformChart } from '../charts/platform/platform-chart';
import { platformSources } from '../charts/platform/platform-sources';
import { WorkersChart } from '../charts/workers/workers-chart';
import type { Cluster } from '../model/cluster';
import { workersNamespace } from '../model/resolve/app-names';
import { byName } from '../model/resolve/by-name';
import { systemNamespaces } from '../model/system-namespaces';
import type { PlatformApplication } from './application';

const { argocd, atlantis, dataOperators, kubeSystem, platform } = systemNamespaces;

/** Every Application below the root, in the order of its stage. */
export function applications(cluster: Cluster): PlatformApplication[] {
  return [
    ...platformApplications(cluster),
    ...byName(cluster.domains).map(([name]) => apiApplication(cluster, name)),
  ];
}

function platformApplications(cluster: Cluster): PlatformApplication[] {
  const monitoring = cluster.monitoring.namespace;
  return [
    {
      name: 'namespaces',
      stage: 'namespaces',
      namespace: argocd,
      project: 'bootstrap',
      chart: (scope, from) => new NamespacesChart(scope, from),
    },
    {
      name: 'infrastructure',
      stage: 'infrastructure',
      namespace: argocd,
      project: 'platform',
      chart: (scope, from) => new InfrastructureChart(scope, from),
    },
    {
      name: 'platform',
      stage: 'platform',
      namespace: platform,
      project: 'platform',
      sources: platformSources(cluster),
      chart: (scope, from) => new PlatformChart(scope, from),
      ignoreDifferences: [
        webhookCertificate('externalsecret-validate'),
        webhookCertificate('secretstore-validate'),
      ],
    },
    {
      name: 'alb-controller',
      stage: 'alb-controller',
      namespace: kubeSystem,
      project: 'platform',
      sources: albControllerSources(cluster),
      ignoreDifferences: loadBalancerCertificates,
    },
    {
      name: 'monitoring',
      stage: 'monitoring',
      namespace: monitoring,
      project: 'platform',
      sources: monitoringSources(cluster),
      serverSideApply: true,
      chart: (scope, from) => new MonitoringChart(scope, from),
    },
    {
      name: 'data-operators',
      stage: 'data-operators',
      namespace: dataOperators,
      project: 'platform',
      sources: dataOperatorsSources(cluster),
      serverSideApply: true,
    },
    {
      name: 'data-clusters',
      stage: 'data-clusters',
      namespace: cluster.data.postgresql.namespace,
      project: 'platform',
      chart: (scope, from) => new DataClustersChart(scope, from),
    },
    {
      name: 'gitops-tools',
      stage: 'gitops-tools',
      namespace: atlantis,
      project: 'platform',
      chart: (scope, from) => new GitopsToolsChart(scope, from),
    },
    {
      name: 'workers',
      stage: 'workers',
      namespace: workersNamespace,
      project: 'platform',
      chart: (scope, from) => new WorkersChart(scope, from),
    },
  ];
}

function apiApplication(cluster: Cluster, name: string): PlatformApplication {
  const domain = cluster.domains[name];
  if (!domain) throw new Error(`domains.${name} is missing`);
  return {
    name: `api-${name}`,
    stage: domain.stage,
    namespace: domain.namespace,
    project: `api-${name}`,
    cascade: true,
    chart: (scope, from) => new ApiChart(scope, from, domain),
  };
}

/** The authority that a controller writes into its own webhook. */
function webhookCertificate(name: string) {
  return {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingWebhookConfiguration',
    name,
    jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
  };
}

/** The chart makes a new authority each time it is rendered. */
const loadBalancerCertificates: NonNullable<PlatformApplication['ignoreDifferences']> = [
  {
    group: '',
    kind: 'Secret',
    name: 'aws-load-balancer-tls',
    jqPathExpressions: ['.data'],
  },
  ...(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'] as const).map((kind) => ({
    group: 'admissionregistration.k8s.io',
    kind,
    name: 'aws-load-balancer-webhook',
    jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
  })),
];
