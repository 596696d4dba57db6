import { DefaultTokenResolver, StringConcat, Tokenization, type TerraformStack } from 'cdktf';

/** Text in which cdktf may find a token: one that is written out, or digits that may be the number of one. */
const mayHoldToken = /\{TfToken\[|[-|\d.+]e[-|\d.eE+]/;

/**
 * Replaces the tokens in what an element of a stack gives to Terraform and leaves out cdktf's notes. cdktf searches
 * every key and value three times; this asks it only about those that may hold a token, a small part of a stack.
 */
export function plainValueIn(stack: TerraformStack): (value: unknown) => unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const byCdktf = (value: unknown): unknown =>
    withoutNotes<unknown>(Tokenization.resolve(value, { scope: stack, resolver, preparing: false }));

  // Machines share their image, subnets and groups.
  const known = new Map<string, unknown>();
  const text = (value: string): unknown => {
    if (!mayHoldToken.test(value)) return value;
    if (!known.has(value)) known.set(value, byCdktf(value));
    return known.get(value);
  };
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    // Most of what an element could be given is left out.
    if (value === undefined || value === null) return value;
    if (typeof value === 'boolean' || Number.isSafeInteger(value)) return value;
    if (Array.isArray(value))
      return value.some(isToken) ? byCdktf(value) : value.map(plain).filter((item) => item !== undefined);
    return isMap(value) && !Object.keys(value).some(isToken) ? plainMap(value) : byCdktf(value);
  };
  const plainMap = (map: Readonly<Record<string, unknown>>) => {
    const result: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(map)) {
      if (isNote(key, child)) continue;
      const value = plain(child);
      if (value !== undefined) result[String(text(key))] = value;
    }
    return result;
  };
  return plain;
}

/** Drops cdktf's `//` notes (construct paths, its own version): they are noise in a review. Ours are texts and stay. */
export function withoutNotes<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutNotes) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => !isNote(key, child))
      .map(([key, child]) => [key, withoutNotes<unknown>(child)]),
  ) as T;
}

const isNote = (key: string, value: unknown): boolean => key === '//' && typeof value !== 'string';

/** A list or map whose item or key is a token is one as a whole. */
const isToken = (value: unknown): boolean =>
  typeof value === 'string'
    ? /[#&]\{TfToken\[/.test(value)
    : typeof value === 'number' && !Number.isSafeInteger(value);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Tokenization.isResolvable(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
