import { fields, list } from '../artifacts/value';
import { matches } from '../scheduling/node-labels';

/** Whether a `matchLabels`/`matchExpressions` selector selects a set of labels; an empty one selects all. */
export function selectorMatches(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  return (
    Object.entries(fields(selector, 'matchLabels')).every(([key, value]) => labels[key] === value) &&
    list(selector, 'matchExpressions').every((expression) => matches(expression, labels))
  );
}
