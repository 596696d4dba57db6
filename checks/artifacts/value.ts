import { Trail } from './trail';

/** Keys and indexes that lead from the top of a document to a value in it. */
export type Pointer = readonly (string | number)[];

export type Fields = Readonly<Record<string, unknown>>;

const nothing: Fields = Object.freeze({});
const none: readonly unknown[] = Object.freeze([]);

/** The value at a pointer; undefined where the document has another shape, whatever it is. */
export function at(value: unknown, ...pointer: Pointer): unknown {
  return follow(value, pointer);
}

/** Rules follow tens of thousands of pointers: the list of steps is passed on, not spread again, and indexed. */
function follow(value: unknown, pointer: Pointer): unknown {
  let current = value;
  for (let index = 0; index < pointer.length; index += 1) {
    const step = pointer[index] as string | number;
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
    // What a document does not have itself it would inherit.
    if (typeof current === 'function' || step === '__proto__') return undefined;
  }
  return current;
}

/** The map at a pointer, empty where there is none. */
export function fields(value: unknown, ...pointer: Pointer): Fields {
  const found = follow(value, pointer);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Fields) : nothing;
}

/** The list at a pointer, empty where there is none. */
export function list(value: unknown, ...pointer: Pointer): readonly unknown[] {
  const found = follow(value, pointer);
  return Array.isArray(found) ? (found as unknown[]) : none;
}

/** The items of a list, or the value itself: HCL and its JSON form write a single block either way. */
export function blocks(value: unknown, ...pointer: Pointer): readonly unknown[] {
  const found = follow(value, pointer);
  return found === undefined || found === null ? none : Array.isArray(found) ? (found as unknown[]) : [found];
}

/** The string at a pointer. */
export function text(value: unknown, ...pointer: Pointer): string | undefined {
  const found = follow(value, pointer);
  return typeof found === 'string' ? found : undefined;
}

/** The finite number at a pointer, also where a tool wrote it as a string. */
export function number(value: unknown, ...pointer: Pointer): number | undefined {
  const found = follow(value, pointer);
  const result = typeof found === 'string' && found.trim() !== '' ? Number(found) : found;
  return typeof result === 'number' && Number.isFinite(result) ? result : undefined;
}

/** The strings of the list at a pointer. */
export function texts(value: unknown, ...pointer: Pointer): readonly string[] {
  return list(value, ...pointer).filter((item) => typeof item === 'string');
}

/** A string map, without the entries that are not strings. */
export function stringMap(value: unknown, ...pointer: Pointer): Readonly<Record<string, string>> {
  const found = fields(value, ...pointer);
  const keys = Object.keys(found);
  return keys.every((key) => typeof found[key] === 'string')
    ? (found as Record<string, string>)
    : Object.fromEntries(keys.flatMap((key) => (typeof found[key] === 'string' ? [[key, found[key]]] : [])));
}

/** How deep a document may nest before its inside is no longer looked at. */
const maxDepth = 200;

export interface FoundString {
  readonly pointer: Trail;
  readonly value: string;
}

/** Every string in a document with its pointer, in the order of the document. */
export function strings(value: unknown): FoundString[] {
  const found: FoundString[] = [];
  collect(value, new Trail(), 0, found);
  return found;
}

function collect(value: unknown, pointer: Trail, depth: number, found: FoundString[]): void {
  if (typeof value === 'string') found.push({ pointer, value });
  else if (typeof value !== 'object' || value === null || depth >= maxDepth) return;
  else if (Array.isArray(value))
    for (let index = 0; index < value.length; index += 1)
      collect(value[index], new Trail(pointer, index), depth + 1, found);
  else
    for (const key of Object.keys(value))
      collect((value as Fields)[key], new Trail(pointer, key), depth + 1, found);
}

/** `spec.containers[0].image`; a key that is no word is quoted. */
export function pointerText(pointer: Pointer): string {
  return pointer
    .map((step, index) => {
      if (typeof step === 'number') return `[${String(step)}]`;
      if (!/^[\w-]+$/.test(step)) return `["${step}"]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}
