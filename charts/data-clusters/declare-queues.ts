import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { dataServices } from '../../model/workloads/data-services';
import { ports } from '../../model/workloads/ports';
import { images } from '../images';
import { add, nameLabel } from '../object';
import { nodeAffinity, tolerations } from '../pod/placement';
import { restrictedContainer, restrictedPod } from '../pod/security';
import declareQueuesScript from '../scripts/declare-queues.sh';
import { hook } from '../sync';

const rabbitmqUser = 999;

/**
 * Adds the hook that declares the workers' queues once RabbitMQ is healthy. A definitions file loaded at boot would stop
 * RabbitMQ from making its default user, which every client logs in with; a second operator only for queues would cost
 * more memory than the small nodes have.
 */
export function declareQueues(chart: Chart, cluster: Cluster): void {
  const name = 'declare-queues';
  const { namespace, host, secret } = dataServices(cluster).rabbitmq;
  const { placement, version } = cluster.data.rabbitmq;
  const labels = nameLabel(name);
  const queues = byName(cluster.workers).map(([, { queue }]) => queue);
  const credential = (key: string) => ({ valueFrom: { secretKeyRef: { name: secret, key } } });
  add(chart, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels, annotations: hook('Sync', 1) },
    data: { 'declare-queues.sh': declareQueuesScript },
  });
  add(chart, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels, annotations: hook('Sync', 1) },
    automountServiceAccountToken: false,
  });
  add(chart, {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace, labels, annotations: hook('Sync', 2) },
    spec: {
      backoffLimit: 3,
      activeDeadlineSeconds: 600,
      ttlSecondsAfterFinished: 86_400,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          serviceAccountName: name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          affinity: { nodeAffinity: nodeAffinity(placement) },
          ...tolerations(placement),
          securityContext: restrictedPod(rabbitmqUser),
          containers: [
            {
              name,
              image: images.rabbitmq(version),
              imagePullPolicy: 'IfNotPresent',
              command: ['/bin/bash', `/scripts/${name}.sh`],
              env: [
                { name: 'RABBITMQ_HOST', value: host },
                { name: 'RABBITMQ_PORT', value: String(ports.rabbitmqManagement) },
                { name: 'RABBITMQ_USER', ...credential('username') },
                { name: 'RABBITMQ_PASSWORD', ...credential('password') },
                { name: 'QUEUES', value: queues.join(' ') },
              ],
              resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
              securityContext: restrictedContainer,
              volumeMounts: [
                { name: 'scripts', mountPath: '/scripts', readOnly: true },
                { name: 'tmp', mountPath: '/tmp' },
              ],
            },
          ],
          volumes: [
            { name: 'scripts', configMap: { name } },
            { name: 'tmp', emptyDir: { sizeLimit: '16Mi' } },
          ],
        },
      },
    },
  });
}
