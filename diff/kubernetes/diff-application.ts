import type { KubernetesObject } from '../../model/kubernetes-object';
import { canonical, fieldChanges, type FieldChange } from '../field-change';
import { lostWith, pruneGuard } from './data-loss';
import { isImmutable } from './immutable';
import { restartOf, type Restart } from './restart';

/** What happens to one object. */
export interface ObjectChange {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Name before, where only that changed. */
  readonly renamedFrom?: string;
  readonly action: 'add' | 'change' | 'remove';
  readonly changes: readonly FieldChange[];
  /** Paths that the API server refuses to change: the sync fails. */
  readonly refused: readonly string[];
  readonly restart?: Restart;
  /** What is lost when it is pruned. */
  readonly loses?: string;
  readonly pruneGuard?: 'confirm' | 'never';
}

export interface ApplicationDiff {
  /** Name of the Application, or `argocd` for Argo CD's own objects. */
  readonly application: string;
  readonly objects: readonly ObjectChange[];
}

/** What Argo CD will do to the objects of one Application. */
export function diffApplication(
  application: string,
  before: readonly KubernetesObject[],
  after: readonly KubernetesObject[],
): ApplicationDiff {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const added = after.filter((object) => !old.has(identity(object)));
  const removed = new Map(
    before.filter((object) => !now.has(identity(object))).map((object) => [body(object), object]),
  );
  const objects = [
    ...added.map((object) => add(object, removed)),
    ...after.flatMap((object) => changed(old.get(identity(object)), object)),
    ...[...removed.values()].map(remove),
  ];
  return { application, objects: objects.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)) };
}

function identity({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${apiVersion.split('/').slice(0, -1).join('/')} ${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
}

const byIdentity = (objects: readonly KubernetesObject[]) =>
  new Map(objects.map((object) => [identity(object), object]));

/** An object without its own name, wherever it stands: two of them are equal when one was only renamed. */
function body(object: KubernetesObject): string {
  return canonical(object).replaceAll(JSON.stringify(object.metadata.name), '""');
}

function described({ kind, metadata }: KubernetesObject) {
  return {
    kind,
    name: metadata.name,
    ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
  };
}

/** A new object; where one that is gone differs by its name only, it is a rename, and that one is no longer reported. */
function add(object: KubernetesObject, removed: Map<string, KubernetesObject>): ObjectChange {
  const former = removed.get(body(object));
  const base = { ...described(object), action: 'add' as const, changes: [], refused: [] };
  if (!former) return base;
  removed.delete(body(object));
  return { ...base, renamedFrom: former.metadata.name, ...losses(former) };
}

function remove(object: KubernetesObject): ObjectChange {
  return { ...described(object), action: 'remove', changes: [], refused: [], ...losses(object) };
}

function losses(object: KubernetesObject): Pick<ObjectChange, 'loses' | 'pruneGuard'> {
  const [loses, guard] = [lostWith(object), pruneGuard(object)];
  return { ...(loses ? { loses } : {}), ...(guard ? { pruneGuard: guard } : {}) };
}

function changed(before: KubernetesObject | undefined, after: KubernetesObject): ObjectChange[] {
  const changes = before ? fieldChanges(before, after) : [];
  if (!before || !changes.length) return [];
  const restart = restartOf(before, after);
  return [
    {
      ...described(after),
      action: 'change',
      changes,
      refused: changes.filter((change) => isImmutable(before, change)).map(({ path }) => path.join('.')),
      ...(restart ? { restart } : {}),
    },
  ];
}

const sortKey = ({ kind, namespace, name }: ObjectChange) => `${kind} ${namespace ?? ''} ${name}`;
