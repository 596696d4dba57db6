import type { Cluster } from '../cluster';
import { byName } from '../resolve/by-name';
import { systemNamespaces } from '../system-namespaces';
import { ports } from '../workloads/ports';
import { monitoringFlows } from './monitoring-flows';
import type { Peer, PodFlow } from './pod-flow';
import { podGroups, type PodGroup } from './pod-groups';

const pods = (group: PodGroup): Peer => ({ kind: 'pods', group });
const internet: Peer = { kind: 'internet' };
const apiServer: Peer = { kind: 'api-server' };
const loadBalancer: Peer = { kind: 'load-balancer' };

/** The one table that NetworkPolicies are made from. */
export function podFlows(cluster: Cluster): readonly PodFlow[] {
  return [
    {
      from: { kind: 'every-pod' },
      to: { kind: 'namespace', namespace: systemNamespaces.kubeSystem, labels: { 'k8s-app': 'kube-dns' } },
      ports: [ports.dns],
      protocols: ['TCP', 'UDP'],
      why: 'DNS; answers over 512 bytes come by TCP',
    },
    ...applicationFlows(cluster),
    ...dataFlows(cluster),
    ...controllerFlows(cluster),
    ...monitoringFlows(cluster),
  ];
}

function applicationFlows(cluster: Cluster): PodFlow[] {
  const groups = podGroups(cluster);
  const applications = [
    ...byName(cluster.domains).map(([, domain], index) => ({ entry: domain, group: groups.apis[index] })),
    ...byName(cluster.workers).map(([, worker], index) => ({ entry: worker, group: groups.workers[index] })),
  ];
  const clients = applications.flatMap(({ entry, group }): PodFlow[] => {
    if (!group) return [];
    const reasons = [entry.callsInternet, entry.usesImagesBucket ? 'the images bucket' : undefined].filter(
      (reason) => reason !== undefined,
    );
    return [
      ...entry.uses.map((service): PodFlow => ({
        from: pods(group),
        to: pods(groups[service]),
        ports: [servicePort[service]],
        why: `${group.name} uses ${service}`,
      })),
      ...(reasons.length
        ? [{ from: pods(group), to: internet, ports: [ports.https], why: reasons.join('; ') }]
        : []),
    ];
  });
  const apis = groups.apis.flatMap((group): PodFlow[] => [
    { from: loadBalancer, to: pods(group), ports: [ports.api], why: 'requests of users and health checks' },
    { from: pods(groups.smokeTest), to: pods(group), ports: [ports.api], why: 'smoke test after a sync' },
  ]);
  return [...apis, ...clients];
}

const servicePort = { postgresql: ports.postgresql, redis: ports.redis, rabbitmq: ports.amqp } as const;

function dataFlows(cluster: Cluster): PodFlow[] {
  const { postgresql, rabbitmq, declareQueues, cloudNativePg } = podGroups(cluster);
  const { postgresql: sql, postgresqlStatus, epmd, erlangDistribution, rabbitmqManagement } = ports;
  return [
    { from: pods(postgresql), to: pods(postgresql), ports: [sql, postgresqlStatus], why: 'replication' },
    {
      from: pods(cloudNativePg),
      to: pods(postgresql),
      ports: [sql, postgresqlStatus],
      why: 'instance status',
    },
    { from: pods(postgresql), to: apiServer, ports: [ports.kubernetesApi], why: 'instance manager' },
    { from: pods(postgresql), to: internet, ports: [ports.https], why: 'backups to S3' },
    { from: pods(rabbitmq), to: pods(rabbitmq), ports: [epmd, erlangDistribution], why: 'cluster members' },
    { from: pods(rabbitmq), to: apiServer, ports: [ports.kubernetesApi], why: 'peer discovery' },
    { from: pods(declareQueues), to: pods(rabbitmq), ports: [rabbitmqManagement], why: 'declaring queues' },
  ];
}

/** Port of the webhook server of External Secrets. */
export const externalSecretsWebhookPort = 10250;
/** Port of the webhook server of CloudNativePG. */
export const cloudNativePgWebhookPort = 9443;

function controllerFlows(cluster: Cluster): PodFlow[] {
  const groups = podGroups(cluster);
  const { externalSecrets, externalSecretsWebhook, externalSecretsCertificates, externalDns } = groups;
  const { cloudNativePg, rabbitmqOperator, atlantis } = groups;
  const webhook = (group: PodGroup, port: number): PodFlow => ({
    from: { kind: 'api-server-client' },
    to: pods(group),
    ports: [port],
    why: 'admission and conversion webhook',
  });
  const needsApi = [
    externalSecrets,
    externalSecretsWebhook,
    externalSecretsCertificates,
    externalDns,
    cloudNativePg,
    rabbitmqOperator,
    atlantis,
  ];
  const callsAws = [
    [externalSecrets, 'Parameter Store and STS'],
    [externalDns, 'Route 53 and STS'],
    [atlantis, 'GitHub, AWS and the Terraform registry'],
  ] as const;
  return [
    ...needsApi.map((group): PodFlow => ({
      from: pods(group),
      to: apiServer,
      ports: [ports.kubernetesApi],
      why: 'Kubernetes API',
    })),
    ...callsAws.map(([group, why]): PodFlow => ({
      from: pods(group),
      to: internet,
      ports: [ports.https],
      why,
    })),
    webhook(externalSecretsWebhook, externalSecretsWebhookPort),
    webhook(cloudNativePg, cloudNativePgWebhookPort),
    {
      from: loadBalancer,
      to: pods(atlantis),
      ports: [ports.atlantis],
      why: 'webhooks of GitHub and its web side',
    },
  ];
}
