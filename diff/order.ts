import { isMap } from './field-change';
import type { ApplicationDiff } from './kubernetes/diff-application';
import type { ClusterTree } from './dist-tree';
import type { StackDiff } from './terraform/diff-stack';

/** What happens one after the other once the change is merged. */
export interface OrderStep {
  readonly by: 'atlantis' | 'argocd';
  /** Execution order group or sync wave. */
  readonly at: number;
  readonly names: readonly string[];
}

/** Atlantis projects of changed stacks by execution order group, then changed Applications by sync wave. */
export function order(
  cluster: string,
  atlantis: unknown,
  stacks: readonly StackDiff[],
  tree: ClusterTree | undefined,
  applications: readonly ApplicationDiff[],
): OrderStep[] {
  const groups = projects(
    atlantis,
    cluster,
    stacks.map(({ stack }) => stack),
  );
  const waves = applications.map(({ application }): [number, string] => [
    waveOf(tree, application),
    application,
  ]);
  return [...steps('atlantis', groups), ...steps('argocd', waves)];
}

function projects(atlantis: unknown, cluster: string, stacks: readonly string[]): [number, string][] {
  const all =
    isMap(atlantis) && Array.isArray(atlantis['projects']) ? atlantis['projects'].filter(isMap) : [];
  return all
    .filter(({ dir }) => stacks.some((stack) => dir === `dist/${cluster}/terraform/${stack}`))
    .map(({ name, execution_order_group: group }) => [Number(group ?? 0), String(name)]);
}

function waveOf(tree: ClusterTree | undefined, application: string): number {
  const object = tree?.applications
    .get('argocd')
    ?.find(({ kind, metadata }) => kind === 'Application' && metadata.name === application);
  return Number(
    object?.metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? (application === 'argocd' ? -100 : 0),
  );
}

function steps(by: OrderStep['by'], named: readonly (readonly [number, string])[]): OrderStep[] {
  const at = [...new Set(named.map(([group]) => group))].sort((a, b) => a - b);
  return at.map((group) => ({
    by,
    at: group,
    names: named
      .filter(([own]) => own === group)
      .map(([, name]) => name)
      .sort(),
  }));
}
