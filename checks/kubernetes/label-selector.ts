import { fields, list, text, texts } from '../artifacts/value';

/** Whether a `matchLabels`/`matchExpressions` selector selects a set of labels; an empty one selects all. */
export function selectorMatches(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  return (
    Object.entries(fields(selector, 'matchLabels')).every(([key, value]) => labels[key] === value) &&
    list(selector, 'matchExpressions').every((expression) => matches(expression, labels))
  );
}

/** One requirement of a label selector or node selector. */
export function matches(expression: unknown, labels: Readonly<Record<string, string>>): boolean {
  const key = text(expression, 'key') ?? '';
  const values = texts(expression, 'values');
  const found = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (text(expression, 'operator')) {
    case 'In':
      return found !== undefined && values.includes(found);
    case 'NotIn':
      return found === undefined || !values.includes(found);
    case 'Exists':
      return found !== undefined;
    case 'DoesNotExist':
      return found === undefined;
    case 'Gt':
      return Number(found) > Number(values[0]);
    case 'Lt':
      return Number(found) < Number(values[0]);
    default:
      return false;
  }
}
