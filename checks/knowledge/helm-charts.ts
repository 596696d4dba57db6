/**
 * What a well-known chart brings into the cluster. `{release}` and `{fullname}` stand for Helm's names, `{of:grafana}`
 * for the full name of a chart inside it.
 */
export interface HelmChart {
  /** Service name → ports. */
  readonly services?: Readonly<Record<string, readonly number[]>>;
  readonly serviceAccounts?: readonly string[];
  /** API groups whose definitions it installs. */
  readonly groups?: readonly string[];
  readonly csiDrivers?: readonly string[];
  readonly ingressClasses?: readonly string[];
  /** Labels of its pods, one entry a kind of pod. */
  readonly pods?: readonly Readonly<Record<string, string>>[];
}

const named = (name: string): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/instance': '{release}',
});

/** Charts by name, as their templates of the pinned versions write them. */
export const helmCharts: Readonly<Record<string, HelmChart>> = {
  'aws-load-balancer-controller': {
    services: { 'aws-load-balancer-webhook-service': [443] },
    serviceAccounts: ['aws-load-balancer-controller'],
    groups: ['elbv2.k8s.aws'],
    ingressClasses: ['alb'],
    pods: [named('aws-load-balancer-controller')],
  },
  'aws-ebs-csi-driver': {
    serviceAccounts: ['ebs-csi-controller-sa', 'ebs-csi-node-sa'],
    csiDrivers: ['ebs.csi.aws.com'],
    pods: [
      { ...named('aws-ebs-csi-driver'), app: 'ebs-csi-controller' },
      { ...named('aws-ebs-csi-driver'), app: 'ebs-csi-node' },
    ],
  },
  'external-secrets': {
    services: { '{fullname}-webhook': [443] },
    serviceAccounts: ['{fullname}', '{fullname}-webhook', '{fullname}-cert-controller'],
    groups: ['external-secrets.io', 'generators.external-secrets.io'],
    pods: [
      named('external-secrets'),
      named('external-secrets-webhook'),
      named('external-secrets-cert-controller'),
    ],
  },
  'external-dns': {
    services: { '{fullname}': [7979] },
    serviceAccounts: ['{fullname}'],
    groups: ['externaldns.k8s.io'],
    pods: [named('external-dns')],
  },
  'metrics-server': {
    services: { '{fullname}': [443] },
    serviceAccounts: ['{fullname}'],
    pods: [named('metrics-server')],
  },
  'kube-prometheus-stack': {
    services: {
      '{fullname}-prometheus': [9090],
      '{fullname}-alertmanager': [9093],
      '{fullname}-operator': [443],
      '{of:grafana}': [80],
      '{of:kube-state-metrics}': [8080],
      '{of:prometheus-node-exporter}': [9100],
      'prometheus-operated': [9090],
      'alertmanager-operated': [9093],
    },
    serviceAccounts: [
      '{fullname}-prometheus',
      '{fullname}-alertmanager',
      '{fullname}-operator',
      '{of:grafana}',
      '{of:kube-state-metrics}',
      '{of:prometheus-node-exporter}',
    ],
    groups: ['monitoring.coreos.com'],
    pods: [
      { 'app.kubernetes.io/name': 'prometheus', 'app.kubernetes.io/managed-by': 'prometheus-operator' },
      { 'app.kubernetes.io/name': 'alertmanager', 'app.kubernetes.io/managed-by': 'prometheus-operator' },
      {
        ...named('kube-prometheus-stack-prometheus-operator'),
        app: 'kube-prometheus-stack-operator',
        release: '{release}',
      },
      named('grafana'),
      { ...named('kube-state-metrics'), release: '{release}' },
      { ...named('prometheus-node-exporter'), release: '{release}' },
    ],
  },
  'cloudnative-pg': {
    services: { 'cnpg-webhook-service': [443] },
    serviceAccounts: ['{fullname}'],
    groups: ['postgresql.cnpg.io'],
    pods: [named('cloudnative-pg')],
  },
  'argo-cd': { groups: ['argoproj.io'] },
  'cert-manager': { groups: ['cert-manager.io', 'acme.cert-manager.io'] },
  atlantis: {
    services: { '{fullname}': [80] },
    serviceAccounts: ['{fullname}'],
    pods: [{ app: 'atlantis', release: '{release}' }],
  },
};
