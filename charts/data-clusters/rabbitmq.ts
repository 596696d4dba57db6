import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { dataServices } from '../../model/workloads/data-services';
import { images } from '../images';
import { add, nameLabel } from '../object';
import { nodeAffinity, tolerations } from '../pod/placement';
import type { SecurityContext } from '../schemas/objects';
import { scrapeInterval } from '../service-monitor';
import { storageClassName } from '../storage';
import { holdsData, inStage } from '../sync';

/** User of the official image; the operator sets the same. */
const rabbitmqUser = 999;

/** The server writes below its own home, so its root file system stays open. */
const restricted: SecurityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** Adds the RabbitMQ cluster and its metrics. */
export function rabbitmq(chart: Chart, cluster: Cluster): void {
  const { version, volumeGiB, resources, placement } = cluster.data.rabbitmq;
  const { name, namespace, podLabels } = dataServices(cluster).rabbitmq;
  add(chart, {
    apiVersion: 'rabbitmq.com/v1beta1',
    kind: 'RabbitmqCluster',
    metadata: { name, namespace, labels: nameLabel(name), annotations: { ...inStage('main'), ...holdsData } },
    spec: {
      replicas: 1,
      image: images.rabbitmq(version),
      resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
      persistence: { storageClassName, storage: `${String(volumeGiB)}Gi` },
      service: { type: 'ClusterIP' },
      terminationGracePeriodSeconds: 120,
      affinity: { nodeAffinity: nodeAffinity(placement) },
      ...tolerations(placement),
      rabbitmq: {
        additionalConfig: [
          'vm_memory_high_watermark.relative = 0.6',
          'disk_free_limit.absolute = 2GB',
          '',
        ].join('\n'),
      },
      override: {
        statefulSet: {
          spec: {
            template: {
              spec: {
                priorityClassName: 'data',
                enableServiceLinks: false,
                securityContext: {
                  runAsNonRoot: true,
                  runAsUser: rabbitmqUser,
                  runAsGroup: rabbitmqUser,
                  fsGroup: rabbitmqUser,
                  seccompProfile: { type: 'RuntimeDefault' },
                },
                // Merged by name into the containers of the operator's own template.
                initContainers: [{ name: 'setup-container', securityContext: restricted }],
                containers: [{ name: 'rabbitmq', securityContext: restricted }],
              },
            },
          },
        },
      },
    },
  });
  add(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, namespace, labels: nameLabel(name) },
    spec: {
      selector: { matchLabels: { ...podLabels } },
      namespaceSelector: { matchNames: [namespace] },
      endpoints: [
        { port: 'prometheus', path: '/metrics', interval: scrapeInterval },
        // Figures of each queue are on a page of their own.
        {
          port: 'prometheus',
          path: '/metrics/detailed',
          params: { family: ['queue_coarse_metrics', 'queue_consumer_count'] },
          interval: scrapeInterval,
        },
      ],
    },
  });
}
