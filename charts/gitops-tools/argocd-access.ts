import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { ports } from '../../model/workloads/ports';
import { publicIngress, toolIngressOrder } from '../ingress/public-ingress';
import { nodePortService } from '../service';

/**
 * Adds the public way to Argo CD. Its own Service is of type ClusterIP and belongs to Ansible, so this one stands beside
 * it. The server speaks plain HTTP behind the load balancer (`server.insecure`), which ends TLS.
 */
export function argocdAccess(chart: Chart, cluster: Cluster): void {
  const name = 'argocd-server-public';
  const namespace = systemNamespaces.argocd;
  nodePortService(chart, {
    name,
    namespace,
    selector: { 'app.kubernetes.io/name': 'argocd-server' },
    port: 80,
    targetPort: ports.argocdServer,
    podsMadeBy: 'Ansible',
  });
  publicIngress(chart, cluster, {
    name: 'argocd',
    namespace,
    host: cluster.edge.hosts.argocd,
    order: toolIngressOrder.argocd,
    service: name,
    port: 'http',
    healthCheckPath: '/healthz',
    annotations: { 'alb.ingress.kubernetes.io/backend-protocol': 'HTTP' },
  });
}
