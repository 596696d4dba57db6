import type { KubernetesObject } from '../../model/kubernetes-object';
import { syncOrder } from './sync-order';
import type { ObjectTree } from './tree';

/** One step of a sync: an object to apply, and the Application that owns it. */
export interface SyncStep {
  readonly application: string;
  readonly object: KubernetesObject;
  /** Charts and repositories whose content comes in at this step, where the object is an Application. */
  readonly origins: readonly string[];
}

interface Source {
  readonly path?: string;
  readonly chart?: string;
  readonly repoURL?: string;
}

/**
 * Every object of a cluster in the order in which Argo CD would apply it: from the root Application, each child's own
 * objects as soon as the child itself has been applied, because a wave waits until the one before is healthy.
 */
export function syncPlan(tree: ObjectTree, root: KubernetesObject): readonly SyncStep[] {
  const seen = new Set<string>([root.metadata.name]);
  const expand = (application: KubernetesObject): readonly SyncStep[] =>
    syncOrder(
      sourcesOf(application).flatMap(({ path }) => (path === undefined ? [] : below(tree, path))),
    ).flatMap((object) => {
      const isChild = object.kind === 'Application' && !seen.has(object.metadata.name);
      if (isChild) seen.add(object.metadata.name);
      const origins = isChild
        ? sourcesOf(object).flatMap(({ chart, repoURL }) => chart ?? repoURL ?? [])
        : [];
      const step = { application: application.metadata.name, object, origins };
      return isChild ? [step, ...expand(object)] : [step];
    });
  return expand(root);
}

/** The one object that an operator applies: the Application whose path holds itself. */
export function rootApplication(tree: ObjectTree): KubernetesObject {
  for (const [file, object] of tree)
    if (
      object.kind === 'Application' &&
      sourcesOf(object).some(({ path }) => path && file.startsWith(`${path}/`))
    )
      return object;
  throw new Error('no Application of the tree has a path that holds itself');
}

function sourcesOf({ spec }: KubernetesObject): readonly Source[] {
  const { source, sources } = spec as { readonly source?: Source; readonly sources?: readonly Source[] };
  return sources ?? (source ? [source] : []);
}

function below(tree: ObjectTree, folder: string): readonly KubernetesObject[] {
  return [...tree].filter(([file]) => file.startsWith(`${folder}/`)).map(([, object]) => object);
}
