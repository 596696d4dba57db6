import type { KubernetesObject } from '../model/kubernetes-object';
import { isMap } from './field-change';
import type { ParsedSide } from './parse-sides';

type Json = Record<string, unknown>;

/** The output of one cluster on one side, by what it is. */
export interface ClusterTree {
  readonly stacks: ReadonlyMap<string, Json>;
  /** Objects by Application; Argo CD's own stand under `argocd`. */
  readonly applications: ReadonlyMap<string, readonly KubernetesObject[]>;
  /** Everything else by path below dist/<cluster>, e.g. the inventory. */
  readonly others: ReadonlyMap<string, unknown>;
}

export interface DistTree {
  readonly clusters: ReadonlyMap<string, ClusterTree>;
  /** Files that all clusters share, by path. */
  readonly shared: ReadonlyMap<string, unknown>;
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

interface MutableCluster {
  stacks: Map<string, Json>;
  applications: Map<string, KubernetesObject[]>;
  others: Map<string, unknown>;
}

/** Sorts the files of a side by cluster and by what they are; what follows from the rest is left out. */
export function distTree(side: ParsedSide): DistTree {
  const clusters = new Map<string, MutableCluster>();
  const shared = new Map<string, unknown>();
  const unreadable: { path: string; problem: string }[] = [];
  for (const [path, file] of side) {
    if (isDerived(path)) continue;
    if ('problem' in file) {
      unreadable.push({ path, problem: file.problem });
      continue;
    }
    const [, name, rest] = /^dist\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (name === undefined || rest === undefined) {
      shared.set(path, file.value);
      continue;
    }
    const cluster = clusters.get(name) ?? { stacks: new Map(), applications: new Map(), others: new Map() };
    clusters.set(name, cluster);
    const problem = place(cluster, rest, file.value);
    if (problem) unreadable.push({ path, problem });
  }
  return { clusters, shared, unreadable };
}

/** Lists of hashes, and pictures of what the other files say. */
const isDerived = (path: string) => /(\/files\.json|\.svg)$/.test(path);

/** Puts a file where it belongs; gives what is wrong with one that is not what its place says. */
function place(cluster: MutableCluster, path: string, value: unknown): string | undefined {
  const [, stack] = /^terraform\/([^/]+)\/cdk\.tf\.json$/.exec(path) ?? [];
  if (stack !== undefined) {
    if (!isMap(value)) return 'is not Terraform JSON';
    cluster.stacks.set(stack, value);
    return undefined;
  }
  const [, folder] = /^(?:manifests\/([^/]+)|argocd)\/.+\.yaml$/.exec(path) ?? ['', undefined];
  const application = folder ?? (path.startsWith('argocd/') ? 'argocd' : undefined);
  if (application === undefined) {
    cluster.others.set(path, value);
    return undefined;
  }
  if (!isObject(value)) return 'is not a Kubernetes object';
  cluster.applications.set(application, [...(cluster.applications.get(application) ?? []), value]);
  return undefined;
}

function isObject(value: unknown): value is KubernetesObject {
  if (!isMap(value) || typeof value['apiVersion'] !== 'string' || typeof value['kind'] !== 'string')
    return false;
  return isMap(value['metadata']) && typeof value['metadata']['name'] === 'string';
}
