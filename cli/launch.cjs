#!/usr/bin/env node
'use strict';
/**
 * Runs the command line. A synth that has nothing to do ends here, before a CDK is loaded; everything else runs from one
 * bundle, which is rebuilt only when its sources changed.
 */
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { loadCommandLine } = require('./launch/bundle.cjs');
const { sourceFiles } = require('./launch/sources.cjs');
const { outputHash, quickHash, readState, writeState } = require('./launch/state.cjs');

// Most runs end before optimized code has paid for its making: eight times V8's own patience takes a third off the CPU
// time of a synth, and a tenth off its memory.
setFlagsFromString('--interrupt-budget=540000');

const root = dirname(__dirname);
const cache = join(root, 'node_modules', '.cache', 'eco2-platform');
const args = process.argv.slice(2);
/** The synth of all clusters, written or compared: what the last run's report answers when nothing has changed. */
const isWholeSynth =
  args[0] === 'synth' && (args.length === 1 || (args.length === 2 && args[1] === '--check'));

async function launch() {
  const files = sourceFiles(root);
  const state = readState(cache);
  const sources = quickHash(root, files.bundle, state.sources);
  const read = quickHash(root, files.read, state.read);
  if (isWholeSynth && state.report && state.sources.hash === sources.hash && state.read.hash === read.hash) {
    const outputs = outputHash(root, state.outputs);
    if (outputs && outputs.hash === state.outputs.hash) {
      if (!state.outputs.signature && outputs.signature)
        writeState(cache, { ...state, sources, read, outputs });
      process.stderr.write(state.report.stderr);
      process.stdout.write(`${state.report.stdout}dist is up to date (${outputs.count} files).\n`);
      return 0;
    }
  }
  const { exports, keepCode } = await loadCommandLine(root, cache, sources.hash);
  let report;
  const exitCode = await exports.main(args, {
    root,
    remember: (made) => (report = made),
    importModule: (name) => import(name),
  });
  if (isWholeSynth && exitCode === 0 && report)
    writeState(cache, { sources, read, outputs: outputHash(root, undefined, true), report });
  keepCode();
  return exitCode;
}

/** A definition threw: once more with source maps, which are too slow to load in every run, to name the line. */
function launchWithSourceMaps() {
  return (
    spawnSync(process.execPath, ['--enable-source-maps', __filename, ...args], { stdio: 'inherit' }).status ??
    1
  );
}

launch().then(
  (exitCode) => (process.exitCode = exitCode),
  (error) => {
    if (error.name !== 'SourceMapsNeeded') throw error;
    process.exitCode = launchWithSourceMaps();
  },
);
