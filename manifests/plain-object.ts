import type { ApiObject } from 'cdk8s';
import type { KubernetesObject } from '../model/kubernetes-object';

/**
 * An object as its `toJson` gives it. cdk8s asks its resolvers about every value of every object; ours are plain data,
 * where there is nothing to resolve but only keys to sort and holes to leave out. Anything else still goes to cdk8s.
 */
export function plainObject(object: ApiObject): KubernetesObject {
  const { props, patches } = object as unknown as Internals;
  if (patches.length) return object.toJson() as KubernetesObject;
  const { apiVersion, kind, ...rest } = props;
  try {
    const metadata = clean(metadataOf(object), 'no empty');
    const fields = withoutHoles({ ...rest, metadata: undefined });
    return { apiVersion, kind, metadata, ...fields } as unknown as KubernetesObject;
  } catch (error) {
    if (error !== notPlain) throw error;
    return object.toJson() as KubernetesObject;
  }
}

const notPlain = new Error('a value that is no plain data');

/** What an `ApiObject` was made from; cdk8s offers no other way to read it. */
interface Internals {
  readonly props: Map;
  readonly patches: readonly unknown[];
  readonly metadata: Metadata;
}

/** `_additionalAttributes` is what the metadata was made from, which later calls do not reach. */
type Metadata = Map & { readonly _additionalAttributes: Map };

type Map = Readonly<Record<string, unknown>>;

function metadataOf(object: ApiObject): Map {
  const { _additionalAttributes, name, namespace, annotations, finalizers, ownerReferences, labels } = (
    object as unknown as Internals
  ).metadata;
  return { ..._additionalAttributes, name, namespace, annotations, finalizers, ownerReferences, labels };
}

/** Whether empty maps and lists are holes too, as they are in metadata. */
type Holes = 'no empty' | undefined;

/** Keys in order; one without a value is left out. */
function withoutHoles(map: Map, holes?: Holes): Map {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(map).sort()) {
    const value = clean(map[key], holes);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function clean(value: unknown, holes?: Holes): unknown {
  if (typeof value === 'function') throw notPlain;
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  if (Array.isArray(value))
    return holes && !value.length ? undefined : value.map((item) => clean(item, holes));
  if (value.constructor !== Object) throw notPlain;
  const result = withoutHoles(value as Map, holes);
  return holes && !Object.keys(result).length ? undefined : result;
}
