import type { ApiObject } from 'cdk8s';
import type { KubernetesObject } from '../model/kubernetes-object';

/**
 * An object as its `toJson` gives it. cdk8s asks its resolvers about every value of every object; ours are plain data,
 * where there is nothing to resolve but only keys to sort and holes to leave out. Anything else still goes to cdk8s.
 */
export function plainObject(object: ApiObject): KubernetesObject {
  const { props, patches } = object as unknown as Internals;
  if (patches.length || !isPlain(props)) return object.toJson() as KubernetesObject;
  const { apiVersion, kind, ...rest } = props;
  const first = { apiVersion, kind, metadata: object.metadata.toJson() as unknown };
  return { ...first, ...withoutHoles({ ...rest, metadata: undefined }) } as unknown as KubernetesObject;
}

/** What an `ApiObject` was made from; cdk8s offers no other way to read it. */
interface Internals {
  readonly props: Map;
  readonly patches: readonly unknown[];
}

type Map = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (Array.isArray(value)) return value.every(isPlain);
  return value.constructor === Object && Object.values(value).every(isPlain);
}

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
  if (typeof value !== 'object') return value;
  if (value === null) return undefined;
  return Array.isArray(value) ? value.map(clean) : withoutHoles(value as Map);
}
