import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { add } from '../object';
import { dashboardLabel } from './monitoring-sources';
import { clusterDashboard } from './cluster-dashboard';
import { domainDashboard } from './domain-dashboard';
import { grafanaJson } from './panel';
import { queuesDashboard } from './queues-dashboard';

/** Adds the dashboards: the cluster, each domain, the queues. */
export function dashboards(chart: Chart, cluster: Cluster): void {
  const all = [
    clusterDashboard,
    ...byName(cluster.domains).map(([, domain]) => domainDashboard(domain)),
    queuesDashboard(cluster),
  ];
  for (const dashboard of all)
    add(chart, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: `dashboard-${dashboard.name}`,
        namespace: cluster.monitoring.namespace,
        labels: { [dashboardLabel.name]: dashboardLabel.value },
      },
      data: { [`${dashboard.name}.json`]: JSON.stringify(grafanaJson(dashboard), undefined, 2) },
    });
}
