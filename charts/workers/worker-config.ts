import type { Cluster, Worker } from '../../model/cluster';
import { ports } from '../../model/workloads/ports';

/** Where a worker's write-ahead log is mounted. */
export const walPath = '/var/lib/wal';

/** Environment of a worker that is no secret. */
export function workerConfig({ edge, environment }: Cluster, worker: Worker): Record<string, string> {
  return {
    WORKER: worker.name,
    DOMAIN: worker.domain,
    ENVIRONMENT: environment,
    LOG_LEVEL: 'INFO',
    CELERY_QUEUE: worker.queue,
    METRICS_PORT: String(ports.workerMetrics),
    WAL_PATH: `${walPath}/wal.sqlite3`,
    WAL_FLUSH_INTERVAL_SECONDS: String(worker.flushIntervalSeconds),
    WAL_REPLAY_ON_START: 'true',
    WAL_FLUSH_ON_SHUTDOWN: 'true',
    ...(worker.usesImagesBucket
      ? { IMAGES_BUCKET: edge.images.bucket, IMAGES_URL: `https://${edge.hosts.images}` }
      : {}),
  };
}
