import { fields, list, text, texts } from '../artifacts/value';
import { selectorMatches } from './label-selector';

interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels that whatever a selector selects must have, one list of pairs for `matchLabels` and each `In` of one value. */
export type RequiredLabels = readonly (readonly [key: string, value: string])[];

/** Things by each of their labels, so that a selector looks at those that may fit instead of all. */
export class LabelIndex<T extends Labelled> {
  readonly #byLabel = new Map<string, T[]>();

  constructor(readonly all: readonly T[]) {
    for (const item of all)
      for (const key of Object.keys(item.labels)) {
        const label = labelKey(key, item.labels[key] ?? '');
        const same = this.#byLabel.get(label);
        if (same) same.push(item);
        else this.#byLabel.set(label, [item]);
      }
  }

  /** What a label selector selects, in order; an empty one selects all. */
  selected(selector: unknown): readonly T[] {
    return this.having(
      requiredLabels(fields(selector, 'matchLabels'), list(selector, 'matchExpressions')),
    ).filter(({ labels }) => selectorMatches(selector, labels));
  }

  /** A list that holds at least everything with all of these labels, and is the shortest that is at hand. */
  having(required: RequiredLabels): readonly T[] {
    let shortest = this.all;
    for (const [key, value] of required) {
      const having = this.#byLabel.get(labelKey(key, value)) ?? [];
      if (having.length < shortest.length) shortest = having;
    }
    return shortest;
  }
}

const labelKey = (key: string, value: string) => `${key}=${value}`;

/** What `matchLabels`, or a node selector, and expressions beside it ask for literally. */
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
