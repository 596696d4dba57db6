import type { ChartFootprint } from './footprint';

const anyTaint = [{ operator: 'Exists' }];

export const awsEbsCsiDriver: ChartFootprint = {
  chart: 'aws-ebs-csi-driver',
  versions: '>=2.25 <2.40',
  source:
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/values.yaml: a sidecar without resources takes those of the plugin',
  components: [
    {
      kind: 'Deployment',
      name: 'ebs-csi-controller',
      valuesAt: 'controller',
      replicasAt: 'controller.replicaCount',
      replicas: 2,
      strategy: { rollingUpdate: { maxUnavailable: 1 } },
      containers: [
        { resourcesAt: 'controller.resources', uses: { cpu: '10m', memory: '40Mi' } },
        { resourcesAt: 'sidecars.provisioner.resources', uses: { cpu: '10m', memory: '40Mi' } },
        { resourcesAt: 'sidecars.attacher.resources', uses: { cpu: '10m', memory: '40Mi' } },
        { resourcesAt: 'sidecars.resizer.resources', uses: { cpu: '10m', memory: '40Mi' } },
        {
          resourcesAt: 'sidecars.volumemodifier.resources',
          uses: { cpu: '10m', memory: '40Mi' },
          onlyWhere: 'controller.volumeModificationFeature.enabled',
        },
        { resourcesAt: 'sidecars.livenessProbe.resources', uses: { cpu: '10m', memory: '40Mi' } },
      ],
      podDefaults: {
        priorityClassName: 'system-cluster-critical',
        tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
      },
    },
    {
      kind: 'DaemonSet',
      name: 'ebs-csi-node',
      valuesAt: 'node',
      containers: [
        { resourcesAt: 'node.resources', uses: { cpu: '10m', memory: '40Mi' }, port: 9808 },
        { resourcesAt: 'sidecars.nodeDriverRegistrar.resources', uses: { cpu: '10m', memory: '40Mi' } },
        { resourcesAt: 'sidecars.livenessProbe.resources', uses: { cpu: '10m', memory: '40Mi' } },
      ],
      podDefaults: { priorityClassName: 'system-node-critical', tolerations: anyTaint },
    },
  ],
};

export const metricsServer: ChartFootprint = {
  chart: 'metrics-server',
  versions: '>=3.11 <4',
  source: 'https://github.com/kubernetes-sigs/metrics-server/blob/master/charts/metrics-server/values.yaml',
  components: [
    {
      kind: 'Deployment',
      name: 'metrics-server',
      valuesAt: '',
      replicasAt: 'replicas',
      containers: [{ resourcesAt: 'resources', uses: { cpu: '100m', memory: '200Mi' } }],
      podDefaults: { priorityClassName: 'system-cluster-critical' },
    },
  ],
};

export const externalSecrets: ChartFootprint = {
  chart: 'external-secrets',
  versions: '>=0.9 <3',
  source:
    'https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml: three Deployments without requests; memory as their pods use it',
  components: [
    {
      kind: 'Deployment',
      name: 'external-secrets',
      valuesAt: '',
      replicasAt: 'replicaCount',
      containers: [{ resourcesAt: 'resources', uses: { cpu: '10m', memory: '96Mi' } }],
    },
    {
      kind: 'Deployment',
      name: 'external-secrets-webhook',
      valuesAt: 'webhook',
      replicasAt: 'webhook.replicaCount',
      enabledAt: 'webhook.create',
      containers: [{ resourcesAt: 'webhook.resources', uses: { cpu: '10m', memory: '48Mi' } }],
    },
    {
      kind: 'Deployment',
      name: 'external-secrets-cert-controller',
      valuesAt: 'certController',
      replicasAt: 'certController.replicaCount',
      enabledAt: 'certController.create',
      containers: [{ resourcesAt: 'certController.resources', uses: { cpu: '10m', memory: '64Mi' } }],
    },
  ],
};

export const externalDns: ChartFootprint = {
  chart: 'external-dns',
  versions: '>=1.13 <2',
  source:
    'https://github.com/kubernetes-sigs/external-dns/blob/master/charts/external-dns/values.yaml: one pod, recreated; no requests',
  components: [
    {
      kind: 'Deployment',
      name: 'external-dns',
      valuesAt: '',
      strategy: { type: 'Recreate' },
      containers: [{ resourcesAt: 'resources', uses: { cpu: '10m', memory: '64Mi' } }],
    },
  ],
};

export const awsLoadBalancerController: ChartFootprint = {
  chart: 'aws-load-balancer-controller',
  versions: '>=1.6 <4',
  source:
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/helm/aws-load-balancer-controller/values.yaml: two replicas without requests',
  components: [
    {
      kind: 'Deployment',
      name: 'aws-load-balancer-controller',
      valuesAt: '',
      replicasAt: 'replicaCount',
      replicas: 2,
      containers: [{ resourcesAt: 'resources', uses: { cpu: '50m', memory: '96Mi' } }],
      podDefaults: { priorityClassName: 'system-cluster-critical' },
    },
  ],
};
