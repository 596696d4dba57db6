import type { Cluster, Domain } from '../../model/cluster';
import { ports } from '../../model/workloads/ports';
import { applicationPod } from '../application/application-pod';
import { nameLabel } from '../object';
import type { Deployment, Probe } from '../schemas/objects';
import { healthPath } from './api-config';

/** The Deployment of an API domain. */
export function apiDeployment(
  cluster: Cluster,
  domain: Domain,
  config: Readonly<Record<string, string>>,
  hasSecret: boolean,
): Deployment {
  const { app: name, namespace, replicas } = domain;
  const labels = nameLabel(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      revisionHistoryLimit: 5,
      // Both replicas live on one small node: the old pod goes before the new one comes.
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      selector: { matchLabels: labels },
      template: applicationPod(cluster, {
        app: domain,
        priority: 'api',
        terminationGracePeriodSeconds: 30,
        config,
        hasSecret,
        scratch: '64Mi',
        container: {
          name: 'api',
          ports: [{ name: 'http', containerPort: ports.api, protocol: 'TCP' }],
          startupProbe: health({ periodSeconds: 5, failureThreshold: 30 }),
          livenessProbe: health({ periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
          readinessProbe: health({ periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 }),
          // The load balancer needs a moment to stop sending requests before the server stops.
          lifecycle: { preStop: { exec: { command: ['/bin/sleep', '5'] } } },
        },
      }),
    },
  };
}

const health = (probe: Probe): Probe => ({ httpGet: { path: healthPath, port: 'http' }, ...probe });
