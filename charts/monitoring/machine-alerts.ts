import type { Alert } from './alert';

/** Machines. */
export const nodeAlerts: readonly Alert[] = [
  {
    name: 'NodeDown',
    expression: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
    for: '3m',
    severity: 'critical',
    summary: 'Node {{ $labels.node }} is not ready.',
  },
  {
    name: 'NodeExporterDown',
    expression: 'up{job="node-exporter"} == 0',
    for: '5m',
    severity: 'warning',
    summary: 'The machine at {{ $labels.instance }} cannot be scraped.',
  },
  {
    name: 'NodeMemoryNearlyFull',
    expression: 'node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes < 0.08',
    for: '10m',
    severity: 'warning',
    summary: 'The machine at {{ $labels.instance }} has less than 8 % of its memory left.',
  },
  {
    name: 'NodeDiskNearlyFull',
    expression:
      'node_filesystem_avail_bytes{mountpoint="/"} / node_filesystem_size_bytes{mountpoint="/"} < 0.15',
    for: '15m',
    severity: 'warning',
    summary: 'The root volume of {{ $labels.instance }} is more than 85 % full.',
  },
];

/** Pods of every namespace. */
export const podAlerts: readonly Alert[] = [
  {
    name: 'PodNotReady',
    expression:
      'sum by (namespace, pod) (kube_pod_status_ready{condition="false"} * on (namespace, pod) group_left () ' +
      'kube_pod_status_phase{phase=~"Pending|Running|Unknown"} == 1) > 0',
    for: '10m',
    severity: 'warning',
    summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} has not been ready for 10 minutes.',
  },
  {
    name: 'ApiUnavailable',
    expression: 'kube_deployment_status_replicas_available{deployment=~".+-api"} == 0',
    for: '2m',
    severity: 'critical',
    summary: 'No pod of {{ $labels.deployment }} is available.',
  },
  {
    name: 'ContainerRestarts',
    expression: 'increase(kube_pod_container_status_restarts_total[30m]) > 3',
    for: '5m',
    severity: 'warning',
    summary:
      'Container {{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} keeps restarting.',
  },
];

/** Volumes and certificates. */
export const storageAlerts: readonly Alert[] = [
  {
    name: 'VolumeNearlyFull',
    expression: 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.15',
    for: '15m',
    severity: 'warning',
    summary: 'Volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} is more than 85 % full.',
  },
  {
    name: 'CertificateExpires',
    expression:
      'histogram_quantile(0.01, sum by (job, le) (rate(apiserver_client_certificate_expiration_seconds_bucket[5m]))) < 1209600',
    for: '1h',
    severity: 'warning',
    summary: 'A client certificate that the API server accepts expires within two weeks.',
  },
];
