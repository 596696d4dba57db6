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
    const fields = withoutHoles({ ...rest, metadata: undefined });
    const metadata: unknown = object.metadata.toJson();
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
}

type Map = Readonly<Record<string, unknown>>;

/** Keys in order; one without a value is left out. */
function withoutHoles(map: Map): Map {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(map).sort()) {
    const value = clean(map[key]);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function clean(value: unknown): unknown {
  if (typeof value === 'function') throw notPlain;
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.map(clean);
  if (value.constructor !== Object) throw notPlain;
  return withoutHoles(value as Map);
}
