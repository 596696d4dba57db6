'use strict';

/** Deeper than any stack, shallower than what overflows a reader. */
const maximumDepth = 64;
/** Characters that a reviewer cannot see, or that reorder what is seen (CVE-2021-42574). */
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/**
 * Reads JSON as strictly as it can be read. `JSON.parse` keeps the last of two equal keys while Terraform reads both,
 * so what is checked would not be what is planned. Objects come back as maps, which have no prototype to pollute.
 */
function parseStrictJson(text) {
  const parser = new Parser(text);
  const value = parser.value(0);
  parser.space();
  if (parser.at < text.length) parser.fail('has content after the end of the document');
  return value;
}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(problem) {
    throw new SyntaxError(`${problem} (line ${this.text.slice(0, this.at).split('\n').length})`);
  }

  space() {
    while (' \t\n\r'.includes(this.text[this.at] ?? '.')) this.at += 1;
  }

  take(token) {
    this.space();
    if (!this.text.startsWith(token, this.at)) this.fail(`is not JSON: expected ${token}`);
    this.at += token.length;
  }

  next() {
    this.space();
    return this.text[this.at];
  }

  value(depth) {
    if (depth > maximumDepth) this.fail(`is nested more than ${maximumDepth} levels deep`);
    const first = this.next();
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    if (first === '"') return this.string();
    const [literal] =
      /^(?:true|false|null|-?\d[\d.eE+-]*)/.exec(this.text.slice(this.at, this.at + 40)) ?? [];
    if (literal === undefined) this.fail('is not JSON: expected a value');
    this.at += literal.length;
    return this.decode(literal);
  }

  object(depth) {
    const entries = new Map();
    this.take('{');
    if (this.next() === '}') return (this.take('}'), entries);
    for (;;) {
      if (this.next() !== '"') this.fail('is not JSON: expected a key');
      const key = this.string();
      if (entries.has(key)) this.fail(`has the key ${JSON.stringify(key)} twice`);
      this.take(':');
      entries.set(key, this.value(depth + 1));
      if (this.next() === '}') return (this.take('}'), entries);
      this.take(',');
    }
  }

  array(depth) {
    const items = [];
    this.take('[');
    if (this.next() === ']') return (this.take(']'), items);
    for (;;) {
      items.push(this.value(depth + 1));
      if (this.next() === ']') return (this.take(']'), items);
      this.take(',');
    }
  }

  string() {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += this.text[this.at] === '\\' ? 2 : 1)
      if (this.at >= this.text.length) this.fail('is not JSON: a string does not end');
    this.at += 1;
    const value = this.decode(this.text.slice(start, this.at));
    if (invisible.test(value)) this.fail('has a character that cannot be seen');
    // HCL compares names after this normalization; so must whoever checks them.
    return value.normalize('NFC');
  }

  decode(token) {
    try {
      return JSON.parse(token);
    } catch {
      return this.fail(`is not JSON: ${token.slice(0, 20)}`);
    }
  }
}

module.exports = { parseStrictJson };
