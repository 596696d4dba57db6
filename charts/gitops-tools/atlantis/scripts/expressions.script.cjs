'use strict';

/** What an expression may not do: read the server's files, evaluate text as a template, or change from run to run. */
const heredoc = '<<';

/**
 * Names of the functions that the templates in a string call, `<<` standing for a heredoc.
 * A string of Terraform JSON is a template: `${…}` and `%{…}` hold expressions, `$${` and `%%{` are text.
 */
function calledFunctions(text) {
  const calls = [];
  for (let at = 0; at < text.length;) {
    const pair = text.slice(at, at + 2);
    if (text.startsWith('$${', at) || text.startsWith('%%{', at)) at += 3;
    else if (pair === '${' || pair === '%{') at = expression(text, at + 2, calls);
    else at += 1;
  }
  return calls;
}

/** Reads one expression from `at` to behind its closing brace, or to the end of a text that Terraform will refuse. */
function expression(text, start, calls) {
  let depth = 1;
  for (let at = start; at < text.length;) {
    const rest = text.slice(at);
    const comment = /^(?:\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*)/.exec(rest)?.[0];
    const name = /^[\p{L}_][\p{L}\p{N}_\-:]*/u.exec(rest)?.[0];
    if (comment) at += comment.length;
    else if (name) {
      at += name.length;
      if (isCall(text.slice(at))) calls.push(name);
    } else if (rest.startsWith(heredoc)) {
      calls.push(heredoc);
      at += heredoc.length;
    } else if (rest[0] === '"') at = quoted(text, at + 1, calls);
    else {
      depth += rest[0] === '{' ? 1 : rest[0] === '}' ? -1 : 0;
      at += 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

/** Reads a quoted string inside an expression, which may itself hold templates. */
function quoted(text, start, calls) {
  for (let at = start; at < text.length;) {
    const pair = text.slice(at, at + 2);
    if (text[at] === '\\') at += 2;
    else if (text.startsWith('$${', at) || text.startsWith('%%{', at)) at += 3;
    else if (pair === '${' || pair === '%{') at = expression(text, at + 2, calls);
    else if (text[at] === '"') return at + 1;
    else at += 1;
  }
  return text.length;
}

/** White space and comments may stand between a function's name and its bracket. */
const isCall = (rest) => /^(?:\s|\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*\n)*\(/.test(rest);

module.exports = { calledFunctions };
