import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { parseBytes } from '../../model/quantity/parse';
import { dataServices } from '../../model/workloads/data-services';
import { ports } from '../../model/workloads/ports';
import { externalSecret } from '../external-secrets/external-secret';
import { add, nameLabel } from '../object';
import { serviceMonitor } from '../service-monitor';
import { holdsData, inStage } from '../sync';
import { redisStatefulSet } from './redis-stateful-set';

/** Adds Redis from its official image, with a generated password and metrics. */
export function redis(chart: Chart, cluster: Cluster): void {
  const { name, namespace, service, secret } = dataServices(cluster).redis;
  const labels = nameLabel(name);
  const config = { 'redis.conf': redisConf(cluster.data.redis.resources.limits.memory) };
  password(chart, secret, namespace);
  add(chart, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels },
    automountServiceAccountToken: false,
  });
  add(chart, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels }, data: config });
  add(chart, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service, namespace, labels },
    spec: {
      clusterIP: 'None',
      selector: labels,
      ports: [
        { name: 'redis', port: ports.redis, targetPort: 'redis', protocol: 'TCP' },
        { name: 'metrics', port: ports.redisMetrics, targetPort: 'metrics', protocol: 'TCP' },
      ],
    },
  });
  const { metadata, ...statefulSet } = redisStatefulSet(cluster, config);
  add(chart, {
    ...statefulSet,
    metadata: { ...metadata, annotations: { ...inStage('main'), ...holdsData } },
  });
  serviceMonitor(chart, { name, namespace, matchLabels: labels, port: 'metrics' });
}

/** A password that is made in the cluster, once. */
function password(chart: Chart, name: string, namespace: string): void {
  add(chart, {
    apiVersion: 'generators.external-secrets.io/v1alpha1',
    kind: 'Password',
    metadata: { name, namespace },
    spec: { length: 32, digits: 8, symbols: 0, noUpper: false, allowRepeat: true },
  });
  externalSecret(chart, {
    name,
    namespace,
    refreshInterval: '0',
    annotations: { ...inStage('first'), ...holdsData },
    dataFrom: [
      {
        sourceRef: {
          generatorRef: { apiVersion: 'generators.external-secrets.io/v1alpha1', kind: 'Password', name },
        },
      },
    ],
  });
}

/** Append-only file for what must survive a restart, snapshots for a quick start; writes fail before memory runs out. */
function redisConf(memoryLimit: string): string {
  const bytes = Math.floor((parseBytes(memoryLimit) ?? 0) * 0.75);
  return [
    'dir /data',
    'appendonly yes',
    'appendfsync everysec',
    'save 900 1 300 100',
    `maxmemory ${String(bytes)}`,
    'maxmemory-policy volatile-lru',
    '',
  ].join('\n');
}
