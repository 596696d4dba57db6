import type { Cluster, Domain } from '../../model/cluster';
import { groupBy } from '../../model/group-by';
import { oncePerCluster } from '../../model/once-per-cluster';
import { parseBytes, parseCpu } from '../../model/quantity/parse';
import { systemNamespaces } from '../../model/system-namespaces';
import type { LimitRange, ResourceQuota } from '../schemas/objects';

/** Bounds what one namespace can take from the others; what a domain may ask for follows from its own entry. */
export function resourceQuota(cluster: Cluster, namespace: string): ResourceQuota {
  const name = 'quota';
  const [domain] = domainsByNamespace(cluster).get(namespace) ?? [];
  const compute = domain && computeOf(domain);
  // A DaemonSet has a pod on every node: to count them here would make each new node a change of the quota.
  const pods =
    namespace === systemNamespaces.nodeExporter ? {} : { pods: String(mostPods(cluster, namespace)) };
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace },
    // A load balancer of a Service's own would be a second bill and a way around the shared one.
    spec: { hard: { 'services.loadbalancers': '0', ...pods, ...compute } },
  };
}

function computeOf({ replicas, resources }: Domain): Record<string, string> {
  // Room for one more pod than runs, so that a replica can be added before the definition changes.
  const pods = replicas + 1;
  const cpu = (parseCpu(resources.requests.cpu) ?? 0) * pods;
  const mebibytes = (quantity: string) => Math.ceil(((parseBytes(quantity) ?? 0) * pods) / 2 ** 20);
  return {
    'requests.cpu': `${String(cpu)}m`,
    'requests.memory': `${String(mebibytes(resources.requests.memory))}Mi`,
    'limits.memory': `${String(mebibytes(resources.limits.memory))}Mi`,
  };
}

/** Enough for what is small; twice what runs where that is more, so that a rolling update and its Jobs have room. */
function mostPods(cluster: Cluster, namespace: string): number {
  const applications = [
    ...(domainsByNamespace(cluster).get(namespace) ?? []),
    ...(workersByNamespace(cluster).get(namespace) ?? []),
  ];
  return Math.max(40, 2 * applications.reduce((sum, { replicas }) => sum + replicas, 0));
}

const domainsByNamespace = oncePerCluster(({ domains }) =>
  groupBy(Object.values(domains), ({ namespace }) => namespace),
);
const workersByNamespace = oncePerCluster(({ workers }) =>
  groupBy(Object.values(workers), ({ namespace }) => namespace),
);

/** What a container gets that asks for nothing. */
export function limitRange(namespace: string): LimitRange {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'defaults', namespace },
    spec: {
      limits: [
        { type: 'Container', defaultRequest: { cpu: '20m', memory: '48Mi' }, default: { memory: '128Mi' } },
      ],
    },
  };
}
