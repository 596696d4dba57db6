export type Values = Readonly<Record<string, unknown>>;

/** The value at a dotted path; nothing where a part of the path is missing. An empty path is the whole. */
export function valueAt(values: Values, path: string): unknown {
  if (!path) return values;
  return path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), values);
}

/** The object at a dotted path; an empty one where there is none. */
export function objectAt(values: Values, path: string): Values {
  const found = valueAt(values, path);
  return isObject(found) ? found : {};
}

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
