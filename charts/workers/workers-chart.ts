import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { workersNamespace } from '../../model/resolve/app-names';
import { ports } from '../../model/workloads/ports';
import { applicationObjects } from '../application/application-objects';
import { applicationSecret } from '../application/application-secret';
import { pullSecret } from '../external-secrets/registry-credentials';
import { add, nameLabel } from '../object';
import { serviceMonitor } from '../service-monitor';
import { workerConfig } from './worker-config';
import { workerStatefulSet } from './worker-stateful-set';

/** Every Celery worker. */
export class WorkersChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'workers');
    pullSecret(this, cluster, workersNamespace);
    for (const [, worker] of byName(cluster.workers)) {
      const { app: name, namespace } = worker;
      const labels = nameLabel(name);
      const config = workerConfig(cluster, worker);
      const hasSecret = applicationSecret(this, cluster, worker);
      applicationObjects(this, worker, config);
      add(this, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace, labels },
        spec: {
          clusterIP: 'None',
          selector: labels,
          ports: [{ name: 'metrics', port: ports.workerMetrics, targetPort: 'metrics', protocol: 'TCP' }],
        },
      });
      add(this, workerStatefulSet(cluster, worker, config, hasSecret));
      serviceMonitor(this, { name, namespace, matchLabels: labels, port: 'metrics' });
    }
  }
}
