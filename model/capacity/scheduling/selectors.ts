import type { RequiredLabels } from '../../label-index';
import type { LabelSelector, NodeSelectorTerm, Requirement } from './pod';

type Labels = Readonly<Record<string, string>>;

/** Whether labels meet every requirement; with none they do. */
export function matchesAll(requirements: LabelSelector, labels: Labels): boolean {
  return requirements.every((requirement) => matches(requirement, labels));
}

/**
 * Whether a node meets one alternative of a node selector. A term without any requirement matches no node:
 * https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export function matchesTerm(
  { labels, fields }: NodeSelectorTerm,
  node: { name: string; labels: Labels },
): boolean {
  if (!labels.length && !fields.length) return false;
  return matchesAll(labels, node.labels) && matchesAll(fields, { 'metadata.name': node.name });
}

/** One requirement; a missing label satisfies `NotIn` and `DoesNotExist` only. */
export function matches({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return compareIntegers(value, values[0], (own, bound) => own > bound);
    case 'Lt':
      return compareIntegers(value, values[0], (own, bound) => own < bound);
  }
}

/** Labels that must be there for the requirements to hold: those with one value to choose from. */
export function requiredLabels(requirements: readonly Requirement[]): RequiredLabels {
  return requirements.flatMap(({ key, operator, values: [value, ...others] }): RequiredLabels =>
    operator === 'In' && value !== undefined && !others.length ? [[key, value]] : [],
  );
}

function compareIntegers(
  own: string | undefined,
  bound: string | undefined,
  holds: (own: number, bound: number) => boolean,
): boolean {
  const integer = /^-?\d+$/;
  if (own === undefined || bound === undefined || !integer.test(own) || !integer.test(bound)) return false;
  return holds(Number(own), Number(bound));
}
