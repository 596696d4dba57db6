import type { KubernetesObject } from '../../model/kubernetes-object';

/** A recorded mistake, made again in one object of the healthy output. */
export interface Mutation {
  /** Row of the incident list; none for a mistake that nobody has recorded yet. */
  readonly incident?: string;
  readonly mistake: string;
  /** What Kubernetes must do: refuse the object, refuse its pods, or leave them pending. */
  readonly outcome: 'refused' | 'pods refused' | 'pending';
  /** Part of what Kubernetes says, which tells this mistake from another. */
  readonly says: (healthy: MutableObject) => string;
  readonly appliesTo: (object: KubernetesObject) => boolean;
  /** Receives a copy and changes it in place. */
  readonly make: (object: MutableObject) => void;
}

/** An object that a mistake may give any shape. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a mistake is what the types would have forbidden
export type MutableObject = any;

/** The object after the mistake. */
export function mutated({ make }: Mutation, object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object) as MutableObject;
  make(copy);
  return copy as KubernetesObject;
}
