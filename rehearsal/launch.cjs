#!/usr/bin/env node
'use strict';
/** Bundles the rehearsal and runs it. It takes minutes, so a bundle is built each time. */
const { dirname, join } = require('node:path');
const { mkdirSync } = require('node:fs');
const { build } = require('../cli/launch/build.cjs');

const root = dirname(__dirname);
const folder = join(root, 'node_modules', '.cache', 'eco2-platform-rehearsal');
const bundle = join(folder, 'rehearsal.cjs');

async function launch() {
  mkdirSync(folder, { recursive: true });
  await build(root, bundle, { entry: 'rehearsal/main.ts', sourcemap: true });
  return require(bundle).main(process.argv.slice(2), root);
}

launch().then((exitCode) => (process.exitCode = exitCode));
