import type { Cluster } from '../../model/cluster';
import type { Alert } from './alert';
import { deliveryAlerts, etcdAlerts } from './delivery-alerts';
import { nodeAlerts, podAlerts, storageAlerts } from './machine-alerts';
import { databaseAlerts, workerAlerts } from './workload-alerts';

/** Alerts of the platform by the part that they watch; each group becomes one PrometheusRule. */
export function alerts(cluster: Cluster): Readonly<Record<string, readonly Alert[]>> {
  return {
    nodes: nodeAlerts,
    pods: podAlerts,
    storage: storageAlerts,
    workers: workerAlerts(cluster),
    databases: databaseAlerts(cluster),
    delivery: deliveryAlerts,
    etcd: etcdAlerts,
  };
}
