import type { Cluster } from '../../model/cluster';
import { dataServices } from '../../model/workloads/data-services';
import { ports } from '../../model/workloads/ports';
import { images } from '../images';
import { nameLabel } from '../object';
import { configChecksum } from '../pod/config-checksum';
import { nodeAffinity, preferApart, tolerations } from '../pod/placement';
import { restrictedContainer, restrictedPod } from '../pod/security';
import type { Container, EnvVar, Probe, StatefulSet } from '../schemas/objects';
import { storageClassName } from '../storage';

/** User of the official image. */
const redisUser = 999;
const exporterUser = 59000;

/** Redis with its append-only file on a volume of its own. */
export function redisStatefulSet(cluster: Cluster, config: Readonly<Record<string, string>>): StatefulSet {
  const { placement, volumeGiB } = cluster.data.redis;
  const { name, namespace, service, secret } = dataServices(cluster).redis;
  const labels = nameLabel(name);
  const password = { valueFrom: { secretKeyRef: { name: secret, key: 'password' } } };
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace, labels },
    spec: {
      replicas: 1,
      serviceName: service,
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: configChecksum(config) },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          priorityClassName: 'data',
          terminationGracePeriodSeconds: 60,
          affinity: { nodeAffinity: nodeAffinity(placement), podAntiAffinity: preferApart(labels) },
          ...tolerations(placement),
          securityContext: restrictedPod(redisUser),
          containers: [server(cluster, password), exporter(password)],
          volumes: [
            { name: 'config', configMap: { name } },
            { name: 'tmp', emptyDir: { sizeLimit: '16Mi' } },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName,
            resources: { requests: { storage: `${String(volumeGiB)}Gi` } },
          },
        },
      ],
    },
  };
}

function server(cluster: Cluster, password: Pick<EnvVar, 'valueFrom'>): Container {
  const { version, resources } = cluster.data.redis;
  const ping: Probe = { exec: { command: ['/bin/sh', '-c', 'redis-cli ping | grep -q PONG'] } };
  return {
    name: 'redis',
    image: images.redis(version),
    imagePullPolicy: 'IfNotPresent',
    args: ['redis-server', '/etc/redis/redis.conf', '--requirepass', '$(REDISCLI_AUTH)'],
    // redis-cli of the probes reads the same variable.
    env: [{ name: 'REDISCLI_AUTH', ...password }],
    ports: [{ name: 'redis', containerPort: ports.redis, protocol: 'TCP' }],
    resources: { requests: { ...resources.requests }, limits: { ...resources.limits } },
    startupProbe: { ...ping, periodSeconds: 5, failureThreshold: 60 },
    livenessProbe: { ...ping, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 },
    readinessProbe: { ...ping, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 },
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'config', mountPath: '/etc/redis', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function exporter(password: Pick<EnvVar, 'valueFrom'>): Container {
  const probe: Probe = { httpGet: { path: '/health', port: 'metrics' } };
  return {
    name: 'exporter',
    image: images.redisExporter,
    imagePullPolicy: 'IfNotPresent',
    env: [
      { name: 'REDIS_ADDR', value: `redis://localhost:${String(ports.redis)}` },
      { name: 'REDIS_PASSWORD', ...password },
    ],
    ports: [{ name: 'metrics', containerPort: ports.redisMetrics, protocol: 'TCP' }],
    resources: { requests: { cpu: '10m', memory: '24Mi' }, limits: { memory: '48Mi' } },
    livenessProbe: { ...probe, periodSeconds: 20, failureThreshold: 3 },
    readinessProbe: { ...probe, periodSeconds: 10, failureThreshold: 3 },
    securityContext: { ...restrictedContainer, runAsUser: exporterUser, runAsGroup: exporterUser },
  };
}
