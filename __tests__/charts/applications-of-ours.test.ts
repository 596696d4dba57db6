import type { KubernetesObject } from '../../model/kubernetes-object';
import { ownedObjects, resolvedClusters } from '../support/manifests';

interface Template {
  template: { data: Record<string, string> };
}

describe.each(resolvedClusters)('APIs and workers of %s', (_name, cluster) => {
  const objects = ownedObjects(cluster).map(({ object }) => object);
  const find = (kind: string, namespace: string, name: string): KubernetesObject => {
    const found = objects.find(
      (object) =>
        object.kind === kind && object.metadata.namespace === namespace && object.metadata.name === name,
    );
    if (!found) throw new Error(`no ${kind} ${namespace}/${name}`);
    return found;
  };
  const all = [...Object.values(cluster.domains), ...Object.values(cluster.workers)];

  test('get an address for each data service that they use, with encoded credentials, and for no other', () => {
    const variable = {
      postgresql: 'DATABASE_URL',
      redis: 'REDIS_URL',
      rabbitmq: 'CELERY_BROKER_URL',
    } as const;
    for (const { app, namespace, uses, secrets } of all) {
      if (!uses.length && !secrets.length) continue;
      const { target } = find('ExternalSecret', namespace, app)['spec'] as { target: Template };
      const { data } = target.template;
      expect(Object.keys(data).sort()).toEqual(
        [...uses.map((service) => variable[service]), ...secrets].sort(),
      );
      for (const [name, value] of Object.entries(data))
        if (name.endsWith('_URL')) {
          expect(value).toContain('_password | urlquery }}');
          expect(value).toMatch(/@[a-z-]+\.[a-z-]+\.svc\.cluster\.local:\d+\//);
        }
    }
  });

  test('use one database, whose name is in the definition', () => {
    const urls = [...JSON.stringify(objects).matchAll(/5432\/(\w+)\?sslmode=require/g)].map(
      ([, name]) => name,
    );
    expect(new Set(urls)).toEqual(new Set([cluster.data.postgresql.database]));
  });

  test('are reached by path on the API host, each rule in an order of its own', () => {
    const orders = Object.values(cluster.domains).map(({ app, namespace, path, ingressOrder }) => {
      const { metadata, spec } = find('Ingress', namespace, app) as KubernetesObject & { spec: unknown };
      expect(metadata.annotations).toMatchObject({
        'alb.ingress.kubernetes.io/group.name': cluster.edge.loadBalancerGroup,
        'alb.ingress.kubernetes.io/group.order': String(ingressOrder),
        'alb.ingress.kubernetes.io/scheme': 'internet-facing',
        'alb.ingress.kubernetes.io/ssl-redirect': '443',
        'alb.ingress.kubernetes.io/target-type': 'instance',
      });
      expect(spec).toMatchObject({
        ingressClassName: 'alb',
        rules: [{ host: cluster.edge.hosts.api, http: { paths: [{ path, pathType: 'Prefix' }] } }],
      });
      return ingressOrder;
    });
    expect(new Set(orders).size).toBe(orders.length);
    expect(JSON.stringify(objects)).not.toContain('certificate-arn');
  });

  test('never need room for a pod more than their node has while they are updated', () => {
    for (const { app, namespace, replicas } of Object.values(cluster.domains))
      expect(find('Deployment', namespace, app)['spec']).toMatchObject({
        replicas,
        strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      });
  });

  test('keep a log volume for each worker’s replica, which outlives its StatefulSet', () => {
    for (const { app, namespace, walVolumeGiB, queue, flushIntervalSeconds } of Object.values(
      cluster.workers,
    )) {
      expect(find('StatefulSet', namespace, app)['spec']).toMatchObject({
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        volumeClaimTemplates: [
          {
            spec: {
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: `${String(walVolumeGiB)}Gi` } },
            },
          },
        ],
      });
      expect(find('ConfigMap', namespace, app)['data']).toMatchObject({
        CELERY_QUEUE: queue,
        WAL_FLUSH_INTERVAL_SECONDS: String(flushIntervalSeconds),
        WAL_FLUSH_ON_SHUTDOWN: 'true',
        WAL_REPLAY_ON_START: 'true',
      });
    }
  });

  test('carry no label of cdk8s, whose hash of a construct path would make a rename a rollout', () => {
    expect(JSON.stringify(objects)).not.toContain('cdk8s.io/metadata');
  });
});
