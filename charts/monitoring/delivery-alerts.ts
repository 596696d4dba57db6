import { etcdBackup } from '../../model/etcd-backup';
import type { Alert } from './alert';
import { backupOverdueSeconds } from './backup-overdue';

/** Argo CD and External Secrets. */
export const deliveryAlerts: readonly Alert[] = [
  {
    name: 'ApplicationOutOfSync',
    expression: 'argocd_app_info{sync_status!="Synced"} == 1',
    for: '30m',
    severity: 'warning',
    summary: 'Argo CD Application {{ $labels.name }} has been out of sync for 30 minutes.',
  },
  {
    name: 'ApplicationUnhealthy',
    expression: 'argocd_app_info{health_status!~"Healthy|Progressing"} == 1',
    for: '15m',
    severity: 'warning',
    summary: 'Argo CD Application {{ $labels.name }} is {{ $labels.health_status }}.',
  },
  {
    name: 'SecretNotSynced',
    expression: 'externalsecret_status_condition{condition="Ready",status="False"} == 1',
    for: '15m',
    severity: 'warning',
    summary: 'ExternalSecret {{ $labels.namespace }}/{{ $labels.name }} cannot be filled.',
  },
];

/** etcd and its snapshots. */
export const etcdAlerts: readonly Alert[] = [
  {
    name: 'EtcdSnapshotMissed',
    expression: `time() - max(${etcdBackup.metric}) > ${String(backupOverdueSeconds)} or absent(${etcdBackup.metric})`,
    for: '30m',
    severity: 'critical',
    summary: 'No snapshot of etcd has succeeded for 26 hours.',
  },
  {
    name: 'EtcdSlow',
    expression:
      'histogram_quantile(0.99, sum by (le) (rate(etcd_request_duration_seconds_bucket{job="apiserver"}[5m]))) > 0.5',
    for: '10m',
    severity: 'warning',
    summary: 'One in a hundred requests to etcd takes longer than half a second.',
  },
  {
    name: 'EtcdNearlyFull',
    // etcd refuses writes at its default quota of 2 GiB.
    expression: 'max(apiserver_storage_size_bytes) > 1.6e9',
    for: '15m',
    severity: 'critical',
    summary: 'The database of etcd is at {{ $value | humanize1024 }}B of its 2 GiB.',
  },
];
