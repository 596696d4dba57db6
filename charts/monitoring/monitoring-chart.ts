import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { podGroups } from '../../model/flows/pod-groups';
import { systemNamespaces } from '../../model/system-namespaces';
import { ports } from '../../model/workloads/ports';
import { externalSecret } from '../external-secrets/external-secret';
import { parameterStore } from '../external-secrets/stores';
import { publicIngress, toolIngressOrder } from '../ingress/public-ingress';
import { add } from '../object';
import { nodePortService } from '../service';
import { serviceMonitor } from '../service-monitor';
import { alertWebhookSecret } from './alertmanager';
import { dashboards } from './dashboards';
import { controllerMonitors } from './controller-monitors';
import { grafanaAdminSecret } from './monitoring-sources';
import { prometheusRules } from './prometheus-rules';

/** What kube-prometheus-stack is given to watch, to tell and to show. */
export class MonitoringChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    const { namespace } = cluster.monitoring;
    super(scope, 'monitoring');
    this.secrets(cluster);
    controllerMonitors(this, cluster);
    prometheusRules(this, cluster);
    dashboards(this, cluster);
    const name = 'grafana-public';
    nodePortService(this, {
      name,
      namespace,
      selector: podGroups(cluster).grafana.labels,
      port: 80,
      targetPort: ports.grafana,
      podsMadeBy: 'kube-prometheus-stack',
    });
    publicIngress(this, cluster, {
      name: 'grafana',
      namespace,
      host: cluster.edge.hosts.grafana,
      order: toolIngressOrder.grafana,
      service: name,
      port: 'http',
      healthCheckPath: '/api/health',
    });
    serviceMonitor(this, {
      name: 'argocd',
      namespace,
      matchLabels: { 'app.kubernetes.io/part-of': 'argocd' },
      targetNamespace: systemNamespaces.argocd,
      port: 'metrics',
    });
  }

  private secrets(cluster: Cluster): void {
    const { namespace } = cluster.monitoring;
    const generator = { apiVersion: 'generators.external-secrets.io/v1alpha1', kind: 'Password' } as const;
    add(this, {
      ...generator,
      metadata: { name: grafanaAdminSecret, namespace },
      spec: { length: 32, digits: 8, symbols: 0, noUpper: false, allowRepeat: true },
    });
    externalSecret(this, {
      name: grafanaAdminSecret,
      namespace,
      refreshInterval: '0',
      dataFrom: [{ sourceRef: { generatorRef: { ...generator, name: grafanaAdminSecret } } }],
      template: { data: { username: 'admin', password: '{{ .password }}' } },
    });
    externalSecret(this, {
      name: alertWebhookSecret,
      namespace,
      data: [
        {
          secretKey: 'url',
          remoteRef: { key: `${cluster.names.parameterPath}/monitoring/alert-webhook-url` },
          sourceRef: { storeRef: parameterStore },
        },
      ],
    });
  }
}
