import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Cluster, Domain } from '../../model/cluster';
import { ports } from '../../model/workloads/ports';
import { applicationObjects } from '../application/application-objects';
import { applicationSecret } from '../application/application-secret';
import { pullSecret } from '../external-secrets/registry-credentials';
import { publicIngress } from '../ingress/public-ingress';
import { add, nameLabel } from '../object';
import { nodePortService } from '../service';
import { serviceMonitor } from '../service-monitor';
import { apiConfig, healthPath } from './api-config';
import { apiDeployment } from './api-deployment';

/** One API domain. */
export class ApiChart extends Chart {
  constructor(scope: Construct, cluster: Cluster, domain: Domain) {
    super(scope, `api-${domain.name}`);
    const { app: name, namespace, path, ingressOrder: order } = domain;
    const labels = nameLabel(name);
    const config = apiConfig(cluster, domain);
    const hasSecret = applicationSecret(this, cluster, domain);
    pullSecret(this, cluster, namespace);
    applicationObjects(this, domain, config);
    add(this, apiDeployment(cluster, domain, config, hasSecret));
    nodePortService(this, { name, namespace, selector: labels, port: ports.api });
    publicIngress(this, cluster, {
      name,
      namespace,
      host: cluster.edge.hosts.api,
      path,
      order,
      service: name,
      port: 'http',
      healthCheckPath: healthPath,
    });
    serviceMonitor(this, { name, namespace, matchLabels: labels, port: 'http' });
  }
}
