/**
 * Whether a value is what a pattern allows, in which `*` stands for any text: so AWS names actions, Argo CD what a project
 * may hold, and suppressions their places.
 */
export function fitsWildcard(pattern: string, value: string): boolean {
  const [start = '', ...parts] = pattern.split('*');
  const end = parts.pop();
  if (end === undefined) return pattern === value;
  if (!value.startsWith(start)) return false;
  let from = start.length;
  for (const part of parts) {
    const found = value.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return value.length >= from + end.length && value.endsWith(end);
}
