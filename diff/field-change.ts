/** One field that differs, by its path in the object: `['spec', 'replicas']`; list items stand by name or position. */
export interface FieldChange {
  readonly path: readonly string[];
  /** `undefined` where the field is new. */
  readonly before: unknown;
  /** `undefined` where the field is gone. */
  readonly after: unknown;
}

/** Keys by which items of a list are the same item on both sides, in the order in which they are tried. */
const identityKeys = [
  'name',
  'key',
  'containerPort',
  'port',
  'mountPath',
  'host',
  'path',
  'alert',
  'record',
  'sid',
  'Sid',
  'id',
];

/** Every field that differs between two plain values; a map or list that is only on one side is one change. */
export function fieldChanges(before: unknown, after: unknown, path: readonly string[] = []): FieldChange[] {
  if (before === after) return [];
  if (isMap(before) && isMap(after)) return mapChanges(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  return isSame(before, after) ? [] : [{ path, before, after }];
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** A text that is equal for equal values, whatever the order of keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${entries.join(',')}}`;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapChanges(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: readonly string[],
): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => fieldChanges(before[key], after[key], [...path, key]));
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): FieldChange[] {
  const key = identityKeys.find((candidate) => identifies(candidate, before) && identifies(candidate, after));
  if (key !== undefined) return mapChanges(byIdentity(before, key), byIdentity(after, key), path);
  if (isScalarList(before) && isScalarList(after))
    return isSame(before, after) ? [] : [{ path, before, after }];
  return unnamedChanges(before, after, path);
}

/** Items that no key tells apart: equal ones are the same, whatever their position; the rest are paired in order. */
function unnamedChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): FieldChange[] {
  const [gone, fresh] = [without(before, after), without(after, before)];
  if (!gone.length && !fresh.length)
    return isSame(before, after) ? [] : [{ path: [...path, 'order'], before, after }];
  if (gone.length && fresh.length && gone.length !== fresh.length)
    return [
      ...gone.map(({ item, index }) => ({ path: [...path, String(index)], before: item, after: undefined })),
      ...fresh.map(({ item, index }) => ({ path: [...path, String(index)], before: undefined, after: item })),
    ];
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, at) =>
    fieldChanges(gone[at]?.item, fresh[at]?.item, [...path, String((fresh[at] ?? gone[at])?.index)]),
  ).flat();
}

/** Items of `list` that `other` does not have as often, with their positions. */
function without(list: readonly unknown[], other: readonly unknown[]): { item: unknown; index: number }[] {
  const left = new Map<string, number>();
  for (const item of other) left.set(canonical(item), (left.get(canonical(item)) ?? 0) + 1);
  return list.flatMap((item, index) => {
    const count = left.get(canonical(item)) ?? 0;
    left.set(canonical(item), count - 1);
    return count > 0 ? [] : [{ item, index }];
  });
}

function identifies(key: string, list: readonly unknown[]): boolean {
  const ids = list.map((item) => (isMap(item) ? item[key] : undefined));
  return (
    ids.every((id) => typeof id === 'string' || typeof id === 'number') && new Set(ids).size === ids.length
  );
}

const byIdentity = (list: readonly unknown[], key: string): Record<string, unknown> =>
  Object.fromEntries(list.map((item) => [String((item as Record<string, unknown>)[key]), item]));

const isScalarList = (list: readonly unknown[]) =>
  list.every((item) => typeof item !== 'object' || item === null);
