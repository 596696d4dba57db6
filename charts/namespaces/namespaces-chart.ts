import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { clusterNamespaces } from '../../model/namespaces';
import { add } from '../object';
import { limitRange, resourceQuota } from './limits';

/** Every namespace with its Pod Security level, its quota and the defaults of its containers. */
export class NamespacesChart extends Chart {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, 'namespaces');
    for (const namespace of clusterNamespaces(cluster)) {
      const { name, podSecurity, reason, labels } = namespace;
      add(this, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          labels: {
            ...labels,
            'pod-security.kubernetes.io/enforce': podSecurity,
            'pod-security.kubernetes.io/warn': podSecurity,
            'pod-security.kubernetes.io/audit': podSecurity,
          },
          annotations: {
            'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
            'argocd.argoproj.io/sync-wave': '-1',
            ...(reason === undefined ? {} : { 'kubernetes.io/description': reason }),
          },
        },
      });
      add(this, resourceQuota(cluster, name));
      add(this, limitRange(name));
    }
  }
}
