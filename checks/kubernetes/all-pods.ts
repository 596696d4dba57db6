import type { Artifacts } from '../artifacts/artifacts';
import type { Pod } from '../artifacts/pods';
import { provided } from '../knowledge/provided';
import { NamespacedIndex } from './namespaced-index';

export interface LabelledPods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels of every pod that runs once the tree is synced, also of those that charts and operators make. */
function allPods(artifacts: Artifacts): readonly LabelledPods[] {
  return [
    ...artifacts.pods.map(({ namespace = '', labels }) => ({ namespace, labels })),
    ...artifacts.derive(provided).pods,
  ];
}

/** The pods of workloads that the tree itself describes. */
export const ownPodIndex = ({ pods }: Artifacts): NamespacedIndex<Pod> => new NamespacedIndex(pods);

export const podIndex = (artifacts: Artifacts): NamespacedIndex<LabelledPods> =>
  new NamespacedIndex(allPods(artifacts));
