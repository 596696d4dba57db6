import type { Cluster } from '../cluster';
import { byName } from '../resolve/by-name';
import { systemNamespaces } from '../system-namespaces';
import { dataServices } from '../workloads/data-services';

/** Pods that take part in flows: some labels in one namespace. */
export interface PodGroup {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether its namespace denies what no flow allows; those of Kubernetes and Argo CD do not. */
  readonly policed: boolean;
}

const named = (name: string, namespace: string, label = name): PodGroup => ({
  name,
  namespace,
  labels: { 'app.kubernetes.io/name': label },
  policed: true,
});

/** Every group of pods in a namespace of ours, by name. Labels of charts and operators are those that they set. */
export function podGroups(cluster: Cluster) {
  const { platform, dataOperators, atlantis, argocd } = systemNamespaces;
  const monitoring = cluster.monitoring.namespace;
  const services = dataServices(cluster);
  const data = (service: keyof typeof services): PodGroup => ({
    name: service,
    namespace: services[service].namespace,
    labels: services[service].podLabels,
    policed: true,
  });
  return {
    apis: byName(cluster.domains).map(([, { app, namespace }]) => named(app, namespace)),
    workers: byName(cluster.workers).map(([, { app, namespace }]) => named(app, namespace)),
    postgresql: data('postgresql'),
    redis: data('redis'),
    rabbitmq: data('rabbitmq'),
    declareQueues: named('declare-queues', services.rabbitmq.namespace),
    prometheus: named('prometheus', monitoring),
    alertmanager: named('alertmanager', monitoring),
    grafana: named('grafana', monitoring),
    kubeStateMetrics: named('kube-state-metrics', monitoring),
    prometheusOperator: {
      name: 'prometheus-operator',
      namespace: monitoring,
      labels: { app: 'kube-prometheus-stack-operator' },
      policed: true,
    } satisfies PodGroup,
    externalSecrets: named('external-secrets', platform),
    externalSecretsWebhook: named('external-secrets-webhook', platform),
    externalSecretsCertificates: named('external-secrets-cert-controller', platform),
    externalDns: named('external-dns', platform),
    cloudNativePg: named('cloudnative-pg', dataOperators),
    rabbitmqOperator: named('rabbitmq-cluster-operator', dataOperators),
    atlantis: named('atlantis', atlantis),
    smokeTest: { ...named('smoke-test', argocd), policed: false },
  } as const;
}
