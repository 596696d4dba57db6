/** Entries of a map sorted by key, so that no output depends on the order in which a definition was written. */
export function byName<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A map with the same keys, sorted, and each value computed from its name and entry. */
export function mapByName<T, U>(
  map: Readonly<Record<string, T>>,
  compute: (name: string, entry: T) => U,
): Record<string, U> {
  return Object.fromEntries(byName(map).map(([name, entry]) => [name, compute(name, entry)]));
}
