/** The entry under a key that the checks of a definition promise. */
export function found<K extends string, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is nothing for ${key}: not checked`);
  return value;
}
