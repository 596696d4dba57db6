import type { RequiredLabels } from '../../model/label-index';
import { fields, list, text, texts } from '../artifacts/value';

/** What `matchLabels`, or a node selector, and each `In` of one value beside it ask for literally. */
export function requiredLabels(
  matchLabels: Readonly<Record<string, unknown>>,
  expressions: readonly unknown[],
): RequiredLabels {
  const pairs: [string, string][] = [];
  for (const [key, value] of Object.entries(matchLabels)) pairs.push([key, String(value)]);
  for (const expression of expressions) {
    const [value, ...others] = texts(expression, 'values');
    if (text(expression, 'operator') === 'In' && value !== undefined && !others.length)
      pairs.push([text(expression, 'key') ?? '', value]);
  }
  return pairs;
}

/** What a label selector asks for literally. */
export const requiredBy = (selector: unknown): RequiredLabels =>
  requiredLabels(fields(selector, 'matchLabels'), list(selector, 'matchExpressions'));
