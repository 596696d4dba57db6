import { eco2 } from '../clusters/eco2';
import type { ClusterDefinition } from '../model/definition/cluster-definition';
import type { NodeDefinition } from '../model/definition/node-definition';

/**
 * A cluster `factor` times as large as eco2: so many copies of each node but the control plane, and of each domain and
 * worker.
 */
export function scaledDefinition(factor: number): ClusterDefinition {
  const copies = Array.from({ length: factor }, (_, copy) => (copy === 0 ? '' : `-x${String(copy)}`));
  const multiply = <T>(
    map: Readonly<Record<string, T>>,
    change: (entry: T, suffix: string, index: number) => T,
  ) =>
    Object.fromEntries(
      copies.flatMap((suffix, copy) =>
        Object.entries(map).map(([name, entry], at) => [
          `${name}${suffix}`,
          suffix ? change(entry, suffix, copy * Object.keys(map).length + at) : entry,
        ]),
      ),
    );
  const { 'k8s-master': master, ...others } = eco2.nodes;
  if (!master) throw new Error('eco2 has no k8s-master');
  const definition: ClusterDefinition = eco2;
  const taken = new Set(Object.values(definition.domains).map(({ ingressOrder }) => ingressOrder));
  // Those above belong to the shared tools.
  const orders = Array.from({ length: 900 }, (_, index) => index).filter((order) => !taken.has(order));
  return {
    ...definition,
    quota: { ...definition.quota, standardVcpu: 32 * factor },
    network: {
      ...definition.network,
      zones: {
        a: { publicSubnet: '10.0.0.0/18' },
        b: { publicSubnet: '10.0.64.0/18' },
        c: { publicSubnet: '10.0.128.0/18' },
      },
    },
    nodes: {
      'k8s-master': master,
      ...multiply<NodeDefinition>(others, (node, suffix, index) => copyNode(node, suffix, index + 100)),
    },
    domains: multiply(definition.domains, (domain, suffix, index) => ({
      ...domain,
      path: `${domain.path}${suffix}`,
      ingressOrder: orders[index] ?? 0,
    })),
    workers: multiply(definition.workers, (worker, suffix) => ({
      ...worker,
      queue: `${worker.queue}${suffix}`,
      domain: `${worker.domain}${suffix}`,
    })),
    gitops: {
      ...definition.gitops,
      images: Object.fromEntries(
        Object.entries(definition.gitops.images).flatMap(([app, version]) =>
          copies
            .filter((suffix) => !suffix || isCopied(app))
            .map((suffix) => [copyApp(app, suffix), version]),
        ),
      ),
    },
  };
}

const isCopied = (app: string) => /-api$|^worker-/.test(app);

/** `auth-x1-api` for the domain `auth-x1`, `worker-ai-x1` for the worker `ai-x1`. */
const copyApp = (app: string, suffix: string) =>
  app.endsWith('-api') ? app.replace(/(?=-api$)/, suffix) : `${app}${suffix}`;

function copyNode(node: NodeDefinition, suffix: string, number: number): NodeDefinition {
  return node.role === 'api' || node.role === 'worker'
    ? { ...node, serves: `${node.serves}${suffix}`, number }
    : { ...node, number };
}
