import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { podGroups } from '../../model/flows/pod-groups';
import { systemNamespaces } from '../../model/system-namespaces';
import { add, nameLabel } from '../object';
import { scrapeInterval } from '../service-monitor';

/** Adds monitors of controllers, which come before Prometheus's own definitions exist; some have no Service. */
export function controllerMonitors(chart: Chart, cluster: Cluster): void {
  const loadBalancerController = {
    name: 'aws-load-balancer-controller',
    namespace: systemNamespaces.kubeSystem,
    labels: { 'app.kubernetes.io/name': 'aws-load-balancer-controller' },
  };
  const { externalSecrets, externalDns, cloudNativePg, rabbitmqOperator } = podGroups(cluster);
  const targets = [
    { group: loadBalancerController, port: 'metrics-server' },
    { group: externalSecrets, port: 'metrics' },
    { group: externalDns, port: 'http' },
    { group: cloudNativePg, port: 'metrics' },
    { group: rabbitmqOperator, port: 'metrics' },
  ];
  for (const { group, port } of targets)
    add(chart, {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: group.name, namespace: cluster.monitoring.namespace, labels: nameLabel(group.name) },
      spec: {
        selector: { matchLabels: { ...group.labels } },
        namespaceSelector: { matchNames: [group.namespace] },
        podMetricsEndpoints: [{ port, interval: scrapeInterval }],
      },
    });
}
