import type { KubernetesObject } from '../../model/kubernetes-object';
import { ownedObjects, resolvedClusters } from '../support/manifests';

describe.each(resolvedClusters)('data clusters of %s', (_name, cluster) => {
  const objects = ownedObjects(cluster)
    .filter(({ owner }) => owner === 'data-clusters')
    .map(({ object }) => object);
  const find = (kind: string, name: string): KubernetesObject => {
    const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
    if (!found) throw new Error(`no ${kind} ${name}`);
    return found;
  };
  const holders = [
    find('Cluster', 'postgresql'),
    find('StatefulSet', 'redis'),
    find('RabbitmqCluster', 'rabbitmq'),
  ];

  test('run on their own node alone: affinity and toleration', () => {
    for (const [service, { placement }] of Object.entries(cluster.data)) {
      const holder = holders.find(({ metadata }) => metadata.name === service);
      const text = JSON.stringify(holder);
      for (const [key, value] of Object.entries(placement.labels)) {
        expect(text).toContain(JSON.stringify({ key, operator: 'In', values: [value] }));
      }
      for (const { key, value, effect } of placement.tolerations)
        expect(text).toContain(JSON.stringify({ effect, key, operator: 'Equal', value }));
    }
  });

  test('ask before they are pruned or deleted', () => {
    for (const { metadata } of holders)
      expect(metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=confirm,Delete=confirm');
  });

  test('use images of their makers', () => {
    const images = [...JSON.stringify(objects).matchAll(/"image(?:Name)?":"([^"]+)"/g)].map(
      ([, image]) => image ?? '',
    );
    const makers =
      /^(docker\.io\/library\/(redis|rabbitmq)|ghcr\.io\/cloudnative-pg\/postgresql|docker\.io\/oliver006\/redis_exporter):/;
    expect(images.length).toBeGreaterThan(3);
    expect(images.filter((image) => !makers.test(image))).toEqual([]);
  });

  test('keep PostgreSQL’s log and nightly backups in its bucket, under a role of its own', () => {
    const { bucket, retentionDays } = cluster.data.postgresql.backup;
    expect(find('Cluster', 'postgresql')['spec']).toMatchObject({
      backup: {
        retentionPolicy: `${String(retentionDays)}d`,
        barmanObjectStore: {
          destinationPath: `s3://${bucket}/${cluster.name}`,
          s3Credentials: { inheritFromIAMRole: true },
        },
      },
      storage: { size: `${String(cluster.data.postgresql.volumeGiB)}Gi`, storageClass: 'gp3' },
      projectedVolumeTemplate: {
        sources: [{ serviceAccountToken: { audience: 'sts.amazonaws.com', path: 'token' } }],
      },
    });
    expect(find('ScheduledBackup', 'postgresql')['spec']).toMatchObject({ cluster: { name: 'postgresql' } });
  });

  test('give Redis less than its limit, and a password that nobody chose', () => {
    const config = (find('ConfigMap', 'redis')['data'] as Record<string, string>)['redis.conf'] ?? '';
    const bytes = Number(/^maxmemory (\d+)$/m.exec(config)?.[1]);
    const [amount = ''] = /\d+/.exec(cluster.data.redis.resources.limits.memory) ?? [];
    const unit = cluster.data.redis.resources.limits.memory.endsWith('Gi') ? 2 ** 30 : 2 ** 20;
    expect(bytes).toBeLessThan(Number(amount) * unit);
    expect(find('Password', 'redis-auth')['spec']).toMatchObject({ length: 32 });
    expect(find('ExternalSecret', 'redis-auth')['spec']).toMatchObject({ refreshInterval: '0' });
  });

  test('declare every worker’s queue after RabbitMQ is healthy', () => {
    const job = find('Job', 'declare-queues');
    const queues = Object.values(cluster.workers).map(({ queue }) => queue);
    expect(JSON.stringify(job)).toContain(JSON.stringify({ name: 'QUEUES', value: queues.sort().join(' ') }));
    const wave = (object: KubernetesObject) =>
      Number(object.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
    expect(wave(job)).toBeGreaterThan(wave(find('RabbitmqCluster', 'rabbitmq')));
  });

  test('scrape the figures of each queue, which the common page leaves out', () => {
    const { endpoints } = find('ServiceMonitor', 'rabbitmq')['spec'] as { endpoints: { path: string }[] };
    expect(endpoints.map(({ path }) => path)).toEqual(['/metrics', '/metrics/detailed']);
  });
});
