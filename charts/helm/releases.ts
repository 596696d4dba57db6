/** A chart that Argo CD renders, pinned. */
export interface HelmRelease {
  /** Name of the release; the chart's objects are named after it. */
  readonly name: string;
  readonly repository: string;
  readonly chart: string;
  /** Version of the chart. */
  readonly version: string;
  /** Version of the application that this chart version installs. */
  readonly appVersion: string;
  /** Day on which versions, their support of Kubernetes 1.28 and the value keys were looked up. */
  readonly checked: string;
}

/** Every Helm chart of the platform: the newest whose own documentation supports Kubernetes 1.28. */
export const helmReleases = {
  'aws-ebs-csi-driver': {
    name: 'aws-ebs-csi-driver',
    repository: 'https://kubernetes-sigs.github.io/aws-ebs-csi-driver',
    chart: 'aws-ebs-csi-driver',
    version: '2.28.1',
    appVersion: '1.28.0',
    checked: '2026-11-21',
  },
  'aws-load-balancer-controller': {
    name: 'aws-load-balancer-controller',
    repository: 'https://aws.github.io/eks-charts',
    chart: 'aws-load-balancer-controller',
    version: '1.13.4',
    appVersion: 'v2.13.4',
    checked: '2026-11-21',
  },
  'cloudnative-pg': {
    name: 'cloudnative-pg',
    repository: 'https://cloudnative-pg.github.io/charts',
    chart: 'cloudnative-pg',
    version: '0.22.1',
    appVersion: '1.24.1',
    checked: '2026-11-21',
  },
  'external-dns': {
    name: 'external-dns',
    repository: 'https://kubernetes-sigs.github.io/external-dns',
    chart: 'external-dns',
    version: '1.14.5',
    appVersion: '0.14.2',
    checked: '2026-11-21',
  },
  'external-secrets': {
    name: 'external-secrets',
    repository: 'https://charts.external-secrets.io',
    chart: 'external-secrets',
    version: '0.10.7',
    appVersion: 'v0.10.7',
    checked: '2026-11-21',
  },
  'kube-prometheus-stack': {
    name: 'kube-prometheus-stack',
    repository: 'https://prometheus-community.github.io/helm-charts',
    chart: 'kube-prometheus-stack',
    version: '65.8.1',
    appVersion: 'v0.77.2',
    checked: '2026-11-21',
  },
  'metrics-server': {
    name: 'metrics-server',
    repository: 'https://kubernetes-sigs.github.io/metrics-server',
    chart: 'metrics-server',
    version: '3.12.1',
    appVersion: '0.7.1',
    checked: '2026-11-21',
  },
} as const satisfies Readonly<Record<string, HelmRelease>>;

export type HelmReleaseName = keyof typeof helmReleases;

/** A git repository that Argo CD builds with Kustomize, pinned. */
export const rabbitmqOperator = {
  repository: 'https://github.com/rabbitmq/cluster-operator.git',
  revision: 'v2.11.0',
  path: 'config/installation',
  image: 'docker.io/rabbitmqoperator/cluster-operator:2.11.0',
  /** Name that the repository's own manifests give the image. */
  imageInRepository: 'rabbitmqoperator/cluster-operator-dev',
  checked: '2026-11-21',
} as const;
