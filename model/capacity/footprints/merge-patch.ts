import { isObject, type Values } from './values';

/** Lays a strategic merge patch over an object: maps merge, lists of named things merge by name, the rest is replaced. */
export function mergePatch(base: Values, patch: Values): Values {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = mergeValue(base[key], value);
  return merged;
}

function mergeValue(base: unknown, patch: unknown): unknown {
  if (isObject(base) && isObject(patch)) return mergePatch(base, patch);
  if (!isNamedList(base) || !isNamedList(patch)) return patch;
  const names = new Set([...base, ...patch].map(({ name }) => name));
  return [...names].map((name) =>
    mergePatch(base.find((one) => one.name === name) ?? {}, patch.find((one) => one.name === name) ?? {}),
  );
}

function isNamedList(value: unknown): value is readonly (Values & { readonly name: unknown })[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && 'name' in one);
}
