'use strict';
const { readFileSync } = require('node:fs');

/** Lets Jest import the programs that run in pods as text. Read again, because Jest takes a script's first line away. */
module.exports = {
  process: (_text, path) => ({ code: `module.exports = ${JSON.stringify(readFileSync(path, 'utf8'))};` }),
};
