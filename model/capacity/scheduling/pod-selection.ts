import type { RequiredLabels } from '../../label-index';
import { matchesAll, requiredLabels } from './selectors';
import type { PodAffinityTerm, PodTemplate } from './pod';

/** Labels of namespaces by name, their own names included. */
export type NamespaceLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Pods that something selects. */
export interface PodSelection {
  /** Labels without which nothing matches, so that others need not be asked. */
  readonly labels: RequiredLabels;
  readonly matches: (template: PodTemplate) => boolean;
}

/** Pods that an affinity term is about; none where it has no selector. */
export function selectionOf(term: PodAffinityTerm, namespaceLabels: NamespaceLabels): PodSelection {
  const { selector, namespaces, namespaceSelector } = term;
  if (!selector) return { labels: [], matches: () => false };
  const isNear = (namespace: string) =>
    namespaces.includes(namespace) ||
    (namespaceSelector !== undefined && matchesAll(namespaceSelector, namespaceLabels[namespace] ?? {}));
  return {
    labels: requiredLabels(selector),
    matches: ({ namespace, labels }) => isNear(namespace) && matchesAll(selector, labels),
  };
}

/** What every one of them selects. */
export function intersectionOf(selections: readonly PodSelection[]): PodSelection {
  return {
    labels: selections.flatMap(({ labels }) => labels),
    matches: (template) => selections.every(({ matches }) => matches(template)),
  };
}
