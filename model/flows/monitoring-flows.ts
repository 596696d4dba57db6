import type { Cluster } from '../cluster';
import { systemNamespaces } from '../system-namespaces';
import { ports } from '../workloads/ports';
import type { Peer, PodFlow } from './pod-flow';
import { podGroups, type PodGroup } from './pod-groups';

const pods = (group: PodGroup): Peer => ({ kind: 'pods', group });

/** What monitoring needs: every scrape, its own parts, and the people who look at it. */
export function monitoringFlows(cluster: Cluster): PodFlow[] {
  const groups = podGroups(cluster);
  const { prometheus, alertmanager, grafana, kubeStateMetrics, prometheusOperator } = groups;
  const needsApi = [prometheus, grafana, kubeStateMetrics, prometheusOperator];
  return [
    ...scrapes(cluster),
    ...needsApi.map((group): PodFlow => ({
      from: pods(group),
      to: { kind: 'api-server' },
      ports: [ports.kubernetesApi],
      why: 'Kubernetes API',
    })),
    { from: pods(prometheus), to: pods(alertmanager), ports: [ports.alertmanager], why: 'alerts' },
    { from: pods(grafana), to: pods(prometheus), ports: [ports.prometheus], why: 'queries' },
    { from: pods(grafana), to: pods(alertmanager), ports: [ports.alertmanager], why: 'alerts on dashboards' },
    { from: pods(alertmanager), to: { kind: 'internet' }, ports: [ports.https], why: 'notifications' },
    {
      from: { kind: 'load-balancer' },
      to: pods(grafana),
      ports: [ports.grafana],
      why: 'people who look at Grafana',
    },
  ];
}

function scrapes(cluster: Cluster): PodFlow[] {
  const groups = podGroups(cluster);
  const { prometheus } = groups;
  const targets: [PodGroup, number][] = [
    ...groups.apis.map((group): [PodGroup, number] => [group, ports.api]),
    ...groups.workers.map((group): [PodGroup, number] => [group, ports.workerMetrics]),
    [groups.postgresql, ports.postgresqlMetrics],
    [groups.redis, ports.redisMetrics],
    [groups.rabbitmq, ports.rabbitmqMetrics],
    [prometheus, ports.prometheus],
    [prometheus, ports.configReloader],
    [groups.alertmanager, ports.alertmanager],
    [groups.alertmanager, ports.configReloader],
    [groups.grafana, ports.grafana],
    [groups.kubeStateMetrics, ports.kubeStateMetrics],
    [groups.prometheusOperator, ports.prometheusOperator],
    [groups.atlantis, ports.atlantis],
    [groups.externalSecrets, 8080],
    [groups.externalDns, 7979],
    [groups.cloudNativePg, 8080],
    [groups.rabbitmqOperator, 9782],
  ];
  const { kubeSystem, argocd } = systemNamespaces;
  return [
    ...targets.map(([group, port]): PodFlow => ({
      from: pods(prometheus),
      to: pods(group),
      ports: [port],
      why: `metrics of ${group.name}`,
    })),
    {
      from: pods(prometheus),
      to: { kind: 'nodes' },
      ports: [ports.nodeExporter, 10250],
      why: 'metrics of machines and kubelets',
    },
    {
      from: pods(prometheus),
      to: { kind: 'namespace', namespace: kubeSystem },
      ports: [8080, 9153],
      why: 'metrics of the load balancer controller and CoreDNS',
    },
    {
      from: pods(prometheus),
      to: { kind: 'namespace', namespace: argocd },
      ports: [8082, 8083, 8084],
      why: 'metrics of Argo CD',
    },
  ];
}
