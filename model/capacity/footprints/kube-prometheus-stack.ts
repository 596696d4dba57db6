import type { ChartFootprint } from './footprint';

const monitoring = 'monitoring.coreos.com/v1';

/** Subcharts included: Grafana, kube-state-metrics and the node exporter. */
export const kubePrometheusStack: ChartFootprint = {
  chart: 'kube-prometheus-stack',
  versions: '>=45 <100',
  source:
    'https://github.com/prometheus-community/helm-charts/blob/main/charts/kube-prometheus-stack/values.yaml: nothing asks for anything; memory as the pods use it in a cluster of this size',
  components: [
    {
      kind: 'Deployment',
      name: 'kube-prometheus-stack-operator',
      valuesAt: 'prometheusOperator',
      enabledAt: 'prometheusOperator.enabled',
      containers: [{ resourcesAt: 'prometheusOperator.resources', uses: { cpu: '20m', memory: '64Mi' } }],
    },
    {
      kind: 'Deployment',
      name: 'kube-state-metrics',
      valuesAt: 'kube-state-metrics',
      enabledAt: 'kubeStateMetrics.enabled',
      containers: [{ resourcesAt: 'kube-state-metrics.resources', uses: { cpu: '10m', memory: '64Mi' } }],
    },
    {
      kind: 'Deployment',
      name: 'grafana',
      valuesAt: 'grafana',
      enabledAt: 'grafana.enabled',
      replicasAt: 'grafana.replicas',
      persistenceAt: 'grafana.persistence',
      containers: [
        { resourcesAt: 'grafana.resources', uses: { cpu: '50m', memory: '160Mi' } },
        { resourcesAt: 'grafana.sidecar.resources', uses: { cpu: '10m', memory: '80Mi' } },
        { resourcesAt: 'grafana.sidecar.resources', uses: { cpu: '10m', memory: '80Mi' } },
      ],
    },
    {
      kind: 'DaemonSet',
      name: 'node-exporter',
      valuesAt: 'prometheus-node-exporter',
      enabledAt: 'nodeExporter.enabled',
      containers: [
        {
          resourcesAt: 'prometheus-node-exporter.resources',
          uses: { cpu: '10m', memory: '24Mi' },
          port: 9100,
        },
      ],
      podDefaults: { hostNetwork: true, tolerations: [{ operator: 'Exists', effect: 'NoSchedule' }] },
    },
  ],
  resources: [
    {
      apiVersion: monitoring,
      kind: 'Prometheus',
      name: 'kube-prometheus-stack-prometheus',
      specAt: 'prometheus.prometheusSpec',
      enabledAt: 'prometheus.enabled',
    },
    {
      apiVersion: monitoring,
      kind: 'Alertmanager',
      name: 'kube-prometheus-stack-alertmanager',
      specAt: 'alertmanager.alertmanagerSpec',
      enabledAt: 'alertmanager.enabled',
    },
  ],
};
