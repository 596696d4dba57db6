import type { Cluster, Worker } from '../../model/cluster';
import { ports } from '../../model/workloads/ports';
import { applicationPod } from '../application/application-pod';
import { nameLabel } from '../object';
import type { Probe, StatefulSet } from '../schemas/objects';
import { storageClassName } from '../storage';
import { walPath } from './worker-config';

/** Time for the tasks that run and the last write of the log to PostgreSQL. */
const shutdownSeconds = 120;

/**
 * The StatefulSet of a worker. Each replica has a log volume of its own (`volumeClaimTemplates`): SQLite's write-ahead
 * log cannot be shared, and a volume can be attached to one node only. Volumes outlive the StatefulSet.
 */
export function workerStatefulSet(
  cluster: Cluster,
  worker: Worker,
  config: Readonly<Record<string, string>>,
  hasSecret: boolean,
): StatefulSet {
  const { app: name, namespace } = worker;
  const labels = nameLabel(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace, labels },
    spec: {
      replicas: worker.replicas,
      serviceName: name,
      podManagementPolicy: 'Parallel',
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      selector: { matchLabels: labels },
      template: applicationPod(cluster, {
        app: worker,
        priority: 'worker',
        terminationGracePeriodSeconds: shutdownSeconds,
        config,
        hasSecret,
        scratch: '256Mi',
        container: {
          name: 'worker',
          args: celeryArguments(worker),
          ports: [{ name: 'metrics', containerPort: ports.workerMetrics, protocol: 'TCP' }],
          // Replaying a long log takes minutes.
          startupProbe: alive({ periodSeconds: 10, failureThreshold: 60 }),
          livenessProbe: alive({ periodSeconds: 30, timeoutSeconds: 10, failureThreshold: 4 }),
          readinessProbe: alive({ periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
        },
        volumeMounts: [{ name: 'wal', mountPath: walPath }],
      }),
      volumeClaimTemplates: [
        {
          metadata: { name: 'wal' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName,
            resources: { requests: { storage: `${String(worker.walVolumeGiB)}Gi` } },
          },
        },
      ],
    },
  };
}

/** Arguments of the image's entry point, which is `celery -A <its module>`. */
const celeryArguments = ({ pool, concurrency, queue }: Worker): string[] => [
  'worker',
  `--pool=${pool}`,
  `--concurrency=${String(concurrency)}`,
  `--queues=${queue}`,
  '--loglevel=INFO',
];

const alive = (probe: Probe): Probe => ({ httpGet: { path: '/metrics', port: 'metrics' }, ...probe });
