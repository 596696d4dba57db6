import type { Domain } from '../../model/cluster';
import type { Dashboard } from './panel';

/** Requests, failures, durations and resources of one API. */
export function domainDashboard({ name, app, namespace }: Domain): Dashboard {
  const pods = `namespace="${namespace}",container="api"`;
  const requests = `http_requests_total{namespace="${namespace}",job="${app}"}`;
  const errors = `http_requests_total{namespace="${namespace}",job="${app}",status=~"5.."}`;
  const durations = `http_request_duration_seconds_bucket{namespace="${namespace}",job="${app}"}`;
  return {
    name: `domain-${name}`,
    title: `Domain ${name}`,
    panels: [
      {
        title: 'Available replicas',
        type: 'stat',
        unit: 'short',
        queries: [
          [
            `kube_deployment_status_replicas_available{namespace="${namespace}",deployment="${app}"}`,
            'replicas',
          ],
        ],
      },
      {
        title: 'Requests',
        unit: 'reqps',
        queries: [[`sum by (status) (rate(${requests}[5m]))`, '{{status}}']],
      },
      {
        title: 'Share of failed requests',
        unit: 'percentunit',
        queries: [[`sum(rate(${errors}[5m])) / sum(rate(${requests}[5m]))`, 'failed']],
      },
      {
        title: 'Duration (95 %)',
        unit: 's',
        queries: [[`histogram_quantile(0.95, sum by (le) (rate(${durations}[5m])))`, '95 %']],
      },
      {
        title: 'CPU',
        unit: 'short',
        queries: [[`sum by (pod) (rate(container_cpu_usage_seconds_total{${pods}}[5m]))`, '{{pod}}']],
      },
      {
        title: 'Memory',
        unit: 'bytes',
        queries: [
          [`sum by (pod) (container_memory_working_set_bytes{${pods}})`, '{{pod}}'],
          [`max(kube_pod_container_resource_limits{${pods},resource="memory"})`, 'limit'],
        ],
      },
    ],
  };
}
