import { LineCounter, isAlias, parseAllDocuments, visit, type Document } from 'yaml';
import type { Artifact } from '../../checks/artifacts/artifact';
import type { Source } from '../../checks/artifacts/subject';
import type { Pointer } from '../../checks/artifacts/value';
import { lineIn } from './line-in';
import { unreadable, type TextFile } from './text-file';

/** One document of a YAML or JSON file. */
export interface ParsedDocument {
  readonly value: unknown;
  /** The source of a value in it, below a prefix. */
  readonly source: (prefix?: Pointer) => Source;
}

export interface ParsedYaml {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly Artifact[];
}

/** Aliases that a document may follow: enough for a merged configuration, too few for a bomb. */
const maxAliases = 100;
/** Aliases that a document may have at all: each is visited once before any is followed. */
const maxWrittenAliases = 5_000;

/**
 * Reads every document of a file. A document with an error is reported and left out; the others are still read. Line
 * numbers are found in the text when a finding asks for them.
 */
export function parseYaml({ path, text }: TextFile): ParsedYaml {
  const lines = new LineCounter();
  const documents: ParsedDocument[] = [];
  const problems: Artifact[] = [];
  let all: Document[];
  try {
    const parsed = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: true, logLevel: 'silent' });
    all = Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    return { documents, problems: [unreadable(path, 'syntax', firstLine(error))] };
  }
  for (const [index, document] of all.entries()) {
    const serious = document.errors;
    for (const { code, message, linePos } of serious)
      problems.push(
        unreadable(
          path,
          code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'syntax',
          firstLine(message),
          linePos?.[0].line,
        ),
      );
    if (serious.some(({ code }) => code !== 'DUPLICATE_KEY')) continue;
    try {
      if (aliasesOf(document) > maxWrittenAliases) throw new Error('has too many aliases');
      const value: unknown = document.toJS({ maxAliasCount: maxAliases });
      assertTree(value);
      const source = (prefix: Pointer = []): Source => ({
        file: path,
        line: lineIn(() => text, index, prefix),
      });
      if (value !== null && value !== undefined) documents.push({ value, source });
    } catch (error) {
      problems.push(
        unreadable(
          path,
          'syntax',
          firstLine(error),
          document.range ? lines.linePos(document.range[0]).line : undefined,
        ),
      );
    }
  }
  return { documents, problems };
}

/** Values that a document may have once its aliases are followed. */
const maxValues = 2_000_000;

/** Rules walk a document as a tree: one that contains itself, or grows beyond all measure, is refused here. */
function assertTree(value: unknown): void {
  const above = new Set<object>();
  let count = 0;
  const visitValue = (one: unknown): void => {
    count += 1;
    if (count > maxValues) throw new Error('grows too large through its aliases');
    if (typeof one !== 'object' || one === null) return;
    if (above.has(one)) throw new Error('contains itself through an alias');
    above.add(one);
    for (const child of Object.values(one)) visitValue(child);
    above.delete(one);
  };
  visitValue(value);
}

function aliasesOf(document: Document): number {
  let count = 0;
  visit(document, (_key, node) => {
    if (isAlias(node)) count += 1;
    return count > maxWrittenAliases ? visit.BREAK : undefined;
  });
  return count;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.replace(/:?\s*$/, '') ?? message;
}
