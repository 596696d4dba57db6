import { eco2 } from '../../clusters/eco2';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';

/** A definition that a test may change in place, wrongly typed values included. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test breaks definitions in ways that types forbid
export type LooseDefinition = any;

/** The definition of eco2 after `change`, which may break it. */
export function eco2With(change: (definition: LooseDefinition) => void): ClusterDefinition {
  const copy = structuredClone(eco2) as LooseDefinition;
  change(copy);
  return copy as ClusterDefinition;
}
