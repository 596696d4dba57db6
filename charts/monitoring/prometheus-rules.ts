import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { add } from '../object';
import { runbookPath, type Alert } from './alert';
import { alerts } from './alerts';

/** Adds the alerts, each with a link to its runbook. */
export function prometheusRules(chart: Chart, cluster: Cluster): void {
  const { namespace } = cluster.monitoring;
  for (const [group, list] of Object.entries(alerts(cluster)))
    if (list.length)
      add(chart, {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: { name: `alerts-${group}`, namespace },
        spec: { groups: [{ name: group, rules: list.map((alert) => rule(cluster, alert)) }] },
      });
}

function rule({ gitops }: Cluster, { name, expression, for: hold, severity, summary }: Alert) {
  const page = `${gitops.repository.replace(/\.git$/, '')}/blob/${gitops.branch}/${runbookPath}`;
  return {
    alert: name,
    expr: expression,
    for: hold,
    labels: { severity },
    annotations: { summary, runbook_url: `${page}#${name.toLowerCase()}` },
  };
}
