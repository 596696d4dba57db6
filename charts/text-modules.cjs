'use strict';

/** Lets ts-node import the programs that run in pods as text, as the bundle of `npm run synth` does. */
const { readFileSync } = require('node:fs');

for (const ending of ['.script.cjs', '.lua', '.sh'])
  require.extensions[ending] = (module, path) => {
    module.exports = readFileSync(path, 'utf8');
  };
