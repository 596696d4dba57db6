import type { Chart } from 'cdk8s';
import type { Domain, Worker } from '../../model/cluster';
import { add, nameLabel } from '../object';

/** Adds what every application of ours has beside its workload: a service account, its ConfigMap, a disruption budget. */
export function applicationObjects(
  chart: Chart,
  { app: name, namespace, replicas }: Domain | Worker,
  config: Readonly<Record<string, string>>,
): void {
  const metadata = { name, namespace, labels: nameLabel(name) };
  add(chart, { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false });
  add(chart, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { ...config } });
  if (replicas > 1)
    add(chart, {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: nameLabel(name) },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
}
