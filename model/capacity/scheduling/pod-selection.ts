import { matchesAll } from './selectors';
import type { PodAffinityTerm, PodTemplate } from './pod';

/** Labels of namespaces by name, their own names included. */
export type NamespaceLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Pods that something selects. */
export interface PodSelection {
  /** Namespaces outside which nothing matches, so that others need not be asked. @default - any may match */
  readonly namespaces?: readonly string[];
  readonly matches: (template: PodTemplate) => boolean;
}

/** Pods that an affinity term is about; none where it has no selector. */
export function selectionOf(term: PodAffinityTerm, namespaceLabels: NamespaceLabels): PodSelection {
  const { selector, namespaces, namespaceSelector } = term;
  if (!selector) return { namespaces: [], matches: () => false };
  if (!namespaceSelector)
    return {
      namespaces,
      matches: ({ namespace, labels }) => namespaces.includes(namespace) && matchesAll(selector, labels),
    };
  return {
    matches: ({ namespace, labels }) =>
      matchesAll(selector, labels) &&
      (namespaces.includes(namespace) || matchesAll(namespaceSelector, namespaceLabels[namespace] ?? {})),
  };
}

/** What every one of them selects. */
export function intersectionOf(selections: readonly PodSelection[]): PodSelection {
  const namespaces = selections.find((selection) => selection.namespaces)?.namespaces;
  return {
    ...(namespaces ? { namespaces } : {}),
    matches: (template) => selections.every(({ matches }) => matches(template)),
  };
}
