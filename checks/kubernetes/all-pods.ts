import type { Artifacts } from '../artifacts/artifacts';
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

/** Pods of one namespace. */
export function podsByNamespace(artifacts: Artifacts): ReadonlyMap<string, readonly LabelledPods[]> {
  const found = new Map<string, LabelledPods[]>();
  for (const pods of artifacts.derive(allPods)) {
    const same = found.get(pods.namespace);
    if (same) same.push(pods);
    else found.set(pods.namespace, [pods]);
  }
  return found;
}
