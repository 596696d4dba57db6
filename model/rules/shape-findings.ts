import * as v from 'valibot';
import type { Finding } from '../finding';
import { definitionShape } from './definition-shape';
import { nearest } from './nearest';

/** Findings for keys that are unknown or missing and for values of the wrong type. */
export function shapeFindings(definition: unknown): Finding[] {
  const result = v.safeParse(definitionShape, definition);
  return result.success ? [] : result.issues.map(toFinding);
}

function toFinding(issue: v.BaseIssue<unknown>): Finding {
  const items = issue.path ?? [];
  const path = items.map((item) => String(item.key)).join('.') || '(definition)';
  const last = items.at(-1);
  const isKey = last?.origin === 'key';
  if (issue.expected === 'never' && last) return unknownKey(path, String(last.key), siblings(last, items));
  if (isKey || issue.received === 'undefined')
    return {
      code: 'definition-is-complete',
      severity: 'error',
      path,
      problem: 'is missing',
      rule: 'Every field without a default is given.',
      fix: `Add ${path}; its docstring says what it takes.`,
    };
  return {
    code: 'definition-values-have-their-type',
    severity: 'error',
    path,
    problem: `is ${describe(issue.input)}`,
    rule: `It takes ${issue.expected ?? 'another value'}.`,
    fix: suggestion(issue),
  };
}

function unknownKey(path: string, key: string, known: readonly string[]): Finding {
  const guess = nearest(key, known);
  return {
    code: 'definition-keys-are-known',
    severity: 'error',
    path,
    problem: 'is not a field of a definition',
    rule: 'A definition has known fields only, so that a misspelt one is never ignored.',
    fix: guess ? `Did you mean ${guess}?` : 'Remove it.',
  };
}

/** Fields that the same object may have, read from the shape along the path. */
function siblings(_last: v.IssuePathItem, items: readonly v.IssuePathItem[]): string[] {
  let shape: unknown = definitionShape;
  for (const item of items.slice(0, -1)) shape = child(shape, String(item.key), item.value);
  return fieldsOf(shape);
}

function child(shape: unknown, key: string, value: unknown): unknown {
  const { entries, value: recordValue, wrapped, options } = shape as Record<string, unknown>;
  if (wrapped) return child(wrapped, key, value);
  if (entries) return (entries as Record<string, unknown>)[key];
  if (options) return (options as unknown[])[0];
  return recordValue;
}

function fieldsOf(shape: unknown): string[] {
  const { entries, wrapped, options } = (shape ?? {}) as Record<string, unknown>;
  if (wrapped) return fieldsOf(wrapped);
  if (options) return (options as unknown[]).flatMap(fieldsOf);
  return entries ? Object.keys(entries) : [];
}

function suggestion(issue: v.BaseIssue<unknown>): string {
  const options = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  const guess = typeof issue.input === 'string' ? nearest(issue.input, options) : undefined;
  return guess ? `Did you mean ${guess}?` : `Give it ${issue.expected ?? 'a value of its type'}.`;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : JSON.stringify(value);
}
