import type { Cluster } from './cluster';
import { workersNamespace } from './resolve/app-names';
import { byName } from './resolve/by-name';
import { systemNamespaces } from './system-namespaces';

export interface ClusterNamespace {
  readonly name: string;
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged';
  /** Why it is not `restricted`. */
  readonly reason?: string;
  readonly labels: Readonly<Record<string, string>>;
}

const { platform, dataOperators, nodeExporter, atlantis } = systemNamespaces;

/** The namespaces that the `namespaces` Application owns, sorted by name. */
export function clusterNamespaces({ domains, data, monitoring }: Cluster): ClusterNamespace[] {
  const all: ClusterNamespace[] = [
    ...byName(domains).map(([, domain]) => namespace(domain.namespace, { domain: domain.name })),
    ...new Set(Object.values(data).map((service) => service.namespace)),
    workersNamespace,
    monitoring.namespace,
    atlantis,
    platform,
    dataOperators,
  ].map((entry) => (typeof entry === 'string' ? namespace(entry) : entry));
  all.push({
    ...namespace(nodeExporter),
    podSecurity: 'privileged',
    reason: 'node-exporter reads /proc, /sys and the root file system of its host',
  });
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function namespace(name: string, labels: Record<string, string> = {}): ClusterNamespace {
  return { name, podSecurity: 'restricted', labels };
}
