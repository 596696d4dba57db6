/** Words that some YAML parser takes for something else than text (YAML 1.1 and 1.2 together). */
const reserved = /^(y|n|yes|no|on|off|true|false|null|~|nan|inf|[_e][\d_.e+-]*)$/i;
/** Begins with a letter, so that no number, date or indicator is meant; a space, colon or # only where it means nothing. */
const plainText = /^[A-Za-z_/](?:[\w./@+=,;()%*'"!?&<>|~^$[\]{}`\\-]|[ ](?![ #]|$)|:(?![ ]|$)|(?<! )#)*$/;
/** Most texts of a manifest; tested first because the pattern above is slow. */
const simpleText = /^[A-Za-z_/][\w./@+=-]*$/;
/** Quantities, durations, addresses and paths that begin with a digit and cannot be read as a number. */
const plainQuantity = /^\d+(?:m|s|h|d|Ki|Mi|Gi|Ti)$|^\d{1,3}(?:\.\d{1,3}){3}\/\d+$/;
/** Nothing that a parser could change or refuse: printable, no tab, no line end but \n. */
const literalText = /^[\n\x20-\x7e\u00a1-\u1fff\u2030-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\uffef]*$/;
/** What JSON leaves as it is and YAML does not take, or takes for a line end. */
const unsafeInQuotes =
  /[\u007f-\u00a0\u2000-\u200f\u2028-\u202f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff]/g;

/** Keys and short texts repeat dozens of times in the manifests of a cluster. */
const known = new Map<string, string>();
const short = 100;

/** A string as a YAML scalar on one line: plain where no parser reads it otherwise, else in double quotes. */
export function scalar(text: string): string {
  if (text.length > short) return written(text);
  let found = known.get(text);
  if (found === undefined) known.set(text, (found = written(text)));
  return found;
}

function written(text: string): string {
  return ((simpleText.test(text) || plainText.test(text)) && !reserved.test(text)) || plainQuantity.test(text)
    ? text
    : quoted(text);
}

/** A string in double quotes; JSON's escapes are YAML's too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unsafeInQuotes,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A text of several lines as a block literal, indented below its key, or nothing where a literal could not give it back
 * exactly.
 */
export function blockLiteral(text: string, indent: string): string | undefined {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (!body.includes('\n') && body === text) return undefined;
  if (!literalText.test(text) || /^[\s]|[ ]$|\n$|\n[ ]+(?:\n|$)/.test(body) || body === '') return undefined;
  const lines = body.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
  return `${body === text ? '|-' : '|'}\n${indent}${lines}`;
}
