import { parse } from 'yaml';
import type { ParsedFile, Side } from './side';

export type ParsedSide = ReadonlyMap<string, ParsedFile>;

/** Parses both sides; a file that is the same on both is parsed once. */
export function parseSides(before: Side, after: Side): { before: ParsedSide; after: ParsedSide } {
  const seen = new Map<string, ParsedFile>();
  const parseAll = (side: Side): ParsedSide =>
    new Map(
      [...side.files].map(([path, text]) => {
        const key = `${path}\0${text}`;
        const file = seen.get(key) ?? parseFile(path, text);
        seen.set(key, file);
        return [path, file];
      }),
    );
  return { before: parseAll(before), after: parseAll(after) };
}

function parseFile(path: string, text: string): ParsedFile {
  if (!/\.(json|ya?ml)$/.test(path)) return { path, text, value: text };
  try {
    const value: unknown = path.endsWith('.json') ? JSON.parse(text) : parse(text, { maxAliasCount: 100 });
    return { path, text, value };
  } catch (error) {
    return {
      path,
      text,
      problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}
