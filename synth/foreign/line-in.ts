import { LineCounter, isNode, parseAllDocuments, type Document } from 'yaml';
import type { Source } from '../../checks/artifacts/subject';
import type { Pointer } from '../../checks/artifacts/value';

/**
 * Finds the line of a value in a YAML or JSON text. The text is parsed with positions when the first line is asked
 * for, so that a healthy tree never pays for it.
 */
export function lineIn(
  text: () => string,
  documentIndex = 0,
  prefix: Pointer = [],
): NonNullable<Source['line']> {
  let parsed: { document: Document | undefined; lines: LineCounter } | undefined;
  return (pointer) => {
    parsed ??= withPositions(text(), documentIndex);
    return lineOf(parsed.document, parsed.lines, [...prefix, ...pointer]);
  };
}

function withPositions(text: string, index: number) {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  return { document: Array.isArray(documents) ? documents[index] : undefined, lines };
}

/** The line of the value or, where it does not exist, of the nearest one around it. */
function lineOf(document: Document | undefined, lines: LineCounter, pointer: Pointer): number | undefined {
  for (let length = pointer.length; length >= 0; length -= 1) {
    const node = length ? document?.getIn(pointer.slice(0, length), true) : document?.contents;
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
