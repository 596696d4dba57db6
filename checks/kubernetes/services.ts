import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { NamespacedIndex } from './namespaced-index';

/** The Services that the tree itself describes. */
export const serviceIndex = ({ objects }: Artifacts): NamespacedIndex<ObjectArtifact> =>
  new NamespacedIndex(objects.ofKind('Service'));
