import type { Chart } from 'cdk8s';
import type { Cluster } from '../../../model/cluster';
import { systemNamespaces } from '../../../model/system-namespaces';
import { ports } from '../../../model/workloads/ports';
import { writeYaml } from '../../../model/yaml/write-yaml';
import { externalSecret } from '../../external-secrets/external-secret';
import { parameterStore } from '../../external-secrets/stores';
import { publicIngress, toolIngressOrder } from '../../ingress/public-ingress';
import { add, nameLabel } from '../../object';
import { nodePortService } from '../../service';
import { scrapeInterval } from '../../service-monitor';
import { secretKeys } from './environment';
import { handOffConfig } from './hand-off-config';
import { atlantisAccess } from './hand-off-access';
import { guardPolicy } from './policy';
import { scripts } from './scripts';
import { serverConfig } from './server-config';
import { atlantisStatefulSet, name } from './stateful-set';

const namespace = systemNamespaces.atlantis;

/** Adds the Atlantis that plans and applies this cluster's stacks. Its NetworkPolicies come from the matrix of flows. */
export function atlantis(chart: Chart, cluster: Cluster): void {
  const config = {
    'repos.yaml': writeYaml(serverConfig(cluster)),
    'policy.json': `${JSON.stringify(guardPolicy(cluster), undefined, 2)}\n`,
    'hand-off.json': `${JSON.stringify(handOffConfig(cluster), undefined, 2)}\n`,
  };
  const metadata = { namespace, labels: nameLabel(name) };
  add(chart, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...metadata, name: 'atlantis-config' },
    data: config,
  });
  add(chart, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...metadata, name: 'atlantis-scripts' },
    data: scripts,
  });
  atlantisAccess(chart);
  secret(chart, cluster);
  add(chart, atlantisStatefulSet(cluster, { ...config, ...scripts }));
  nodePortService(chart, { name, namespace, selector: nameLabel(name), port: ports.atlantis });
  webhook(chart, cluster);
  web(chart, cluster);
  monitor(chart);
}

/** What GitHub and the operators share with the server; an operator puts the values into Parameter Store once. */
function secret(chart: Chart, { names }: Cluster): void {
  externalSecret(chart, {
    name,
    namespace,
    labels: nameLabel(name),
    data: Object.values(secretKeys).map((secretKey) => ({
      secretKey,
      remoteRef: { key: `${names.parameterPath}/atlantis/${secretKey}` },
      sourceRef: { storeRef: parameterStore },
    })),
  });
}

/** GitHub's way in: the one path that it calls, from anywhere, because each call is signed. */
function webhook(chart: Chart, cluster: Cluster): void {
  publicIngress(chart, cluster, {
    name,
    namespace,
    host: cluster.edge.hosts.atlantis,
    path: '/events',
    order: toolIngressOrder.atlantis,
    service: name,
    port: 'http',
    healthCheckPath: '/healthz',
  });
}

/**
 * The web side, for admin networks only, besides its password: it can discard plans and locks
 * (runatlantis/atlantis#6622). Where a definition has no such network there is none, and operators forward a port.
 */
function web(chart: Chart, cluster: Cluster): void {
  const { adminCidrs } = cluster.network;
  if (!adminCidrs.length) return;
  publicIngress(chart, cluster, {
    name: `${name}-web`,
    namespace,
    host: cluster.edge.hosts.atlantis,
    order: toolIngressOrder.atlantisWeb,
    service: name,
    port: 'http',
    healthCheckPath: '/healthz',
    annotations: {
      [`alb.ingress.kubernetes.io/conditions.${name}`]: JSON.stringify([
        { field: 'source-ip', sourceIpConfig: { values: adminCidrs } },
      ]),
    },
  });
}

/** The metrics stand behind the same password as the web side. */
function monitor(chart: Chart): void {
  add(chart, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, namespace, labels: nameLabel(name) },
    spec: {
      selector: { matchLabels: nameLabel(name) },
      namespaceSelector: { matchNames: [namespace] },
      endpoints: [
        {
          port: 'http',
          path: '/metrics',
          interval: scrapeInterval,
          basicAuth: {
            username: { name, key: secretKeys.webUsername },
            password: { name, key: secretKeys.webPassword },
          },
        },
      ],
    },
  });
}
