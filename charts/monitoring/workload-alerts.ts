import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { dataServices } from '../../model/workloads/data-services';
import type { Alert } from './alert';
import { backupOverdueSeconds } from './backup-overdue';

/** Flushes that may be missed before somebody is told. */
const missedFlushes = 3;

/** Workers: their logs and their queues. */
export function workerAlerts({ workers }: Cluster): Alert[] {
  return byName(workers).flatMap(([, { app, queue, flushIntervalSeconds }]): Alert[] => [
    {
      name: 'WalNotFlushed',
      expression: `time() - wal_last_flush_timestamp_seconds{job="${app}"} > ${String(missedFlushes * flushIntervalSeconds)}`,
      for: '5m',
      severity: 'critical',
      summary: `{{ $labels.pod }} has not written its log to PostgreSQL ${String(missedFlushes)} times in a row.`,
    },
    {
      name: 'QueueGrows',
      expression:
        `rabbitmq_detailed_queue_messages_ready{queue="${queue}"} > 1000 and ` +
        `deriv(rabbitmq_detailed_queue_messages_ready{queue="${queue}"}[15m]) > 0`,
      for: '15m',
      severity: 'warning',
      summary: `Queue ${queue} grows and holds {{ $value }} messages.`,
    },
  ]);
}

/** PostgreSQL, Redis and RabbitMQ. */
export function databaseAlerts(cluster: Cluster): Alert[] {
  const { redis, rabbitmq } = dataServices(cluster);
  return [
    {
      name: 'BackupMissed',
      expression: `time() - cnpg_collector_last_available_backup_timestamp > ${String(backupOverdueSeconds)}`,
      for: '15m',
      severity: 'critical',
      summary: 'The last base backup of PostgreSQL is older than 26 hours.',
    },
    {
      name: 'WalArchivingFails',
      expression: 'increase(cnpg_pg_stat_archiver_failed_count[15m]) > 0',
      for: '15m',
      severity: 'critical',
      summary: 'PostgreSQL cannot archive its log, so a restore would lose data.',
    },
    {
      name: 'PostgresqlDown',
      expression: 'cnpg_collector_up == 0 or absent(cnpg_collector_up)',
      for: '3m',
      severity: 'critical',
      summary: 'PostgreSQL does not answer.',
    },
    {
      name: 'RedisDown',
      expression: `redis_up{namespace="${redis.namespace}"} == 0 or absent(redis_up{namespace="${redis.namespace}"})`,
      for: '3m',
      severity: 'critical',
      summary: 'Redis does not answer.',
    },
    {
      name: 'RabbitmqDown',
      expression: `absent(rabbitmq_build_info{namespace="${rabbitmq.namespace}"})`,
      for: '3m',
      severity: 'critical',
      summary: 'RabbitMQ does not answer.',
    },
  ];
}
