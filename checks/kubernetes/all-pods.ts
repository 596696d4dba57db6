import type { Artifacts } from '../artifacts/artifacts';
import { groupBy } from '../../model/group-by';
import type { Pod } from '../artifacts/pods';
import { provided } from '../knowledge/provided';

export interface LabelledPods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels of every pod that runs once the tree is synced, also of those that charts and operators make. */
export function allPods(artifacts: Artifacts): readonly LabelledPods[] {
  return [
    ...artifacts.pods.map(({ namespace = '', labels }) => ({ namespace, labels })),
    ...artifacts.derive(provided).pods,
  ];
}

/** The pods of workloads that the tree itself describes, by namespace. */
export function ownPodsByNamespace({ pods }: Artifacts): ReadonlyMap<string, readonly Pod[]> {
  return groupBy(pods, ({ namespace }) => namespace ?? '');
}

/** Every pod by namespace. */
export function podsByNamespace(artifacts: Artifacts): ReadonlyMap<string, readonly LabelledPods[]> {
  return groupBy(artifacts.derive(allPods), ({ namespace }) => namespace);
}
