import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { dataServices } from '../../model/workloads/data-services';
import type { Dashboard } from './panel';

/** Queues and the workers that empty them. */
export function queuesDashboard(cluster: Cluster): Dashboard {
  const { namespace } = dataServices(cluster).rabbitmq;
  const names = byName(cluster.workers).map(([, { queue }]) => queue.replaceAll('.', '\\\\.'));
  const selector = `{namespace="${namespace}",queue=~"${names.join('|')}"}`;
  const jobs = byName(cluster.workers)
    .map(([, { app }]) => app)
    .join('|');
  return {
    name: 'queues',
    title: 'Queues and workers',
    panels: [
      {
        title: 'Messages that wait',
        unit: 'short',
        queries: [[`rabbitmq_detailed_queue_messages_ready${selector}`, '{{queue}}']],
      },
      {
        title: 'Messages in work',
        unit: 'short',
        queries: [[`rabbitmq_detailed_queue_messages_unacked${selector}`, '{{queue}}']],
      },
      {
        title: 'Consumers',
        unit: 'short',
        queries: [[`rabbitmq_detailed_queue_consumers${selector}`, '{{queue}}']],
      },
      {
        title: 'Age of the last flush',
        unit: 's',
        queries: [[`time() - wal_last_flush_timestamp_seconds{job=~"${jobs}"}`, '{{pod}}']],
      },
    ],
  };
}
