#!/usr/bin/env node
'use strict';
/**
 * Runs the command line. A synth that has nothing to do ends here, before a CDK is loaded; everything else runs from the
 * bundle of its command, which is rebuilt only when the sources changed.
 */
const { writeSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { sourceFiles } = require('./launch/sources.cjs');
const { keep, outputHash, quickHash, recall } = require('./launch/state.cjs');

const root = dirname(__dirname);
const cache = join(root, 'node_modules', '.cache', 'eco2-platform');
const args = process.argv.slice(2);
/** The synth of all clusters, written or compared: what the last run's report answers when nothing has changed. */
const isWholeSynth =
  args[0] === 'synth' && (args.length === 1 || (args.length === 2 && args[1] === '--check'));

async function launch() {
  const files = sourceFiles(root);
  const known = recall(cache, 'sources');
  const sources = quickHash(root, files.bundle, known.bundle);
  const read = quickHash(root, files.read, known.read);
  if (sources !== known.bundle || read !== known.read) keep(cache, 'sources', { bundle: sources, read });
  const inputs = `${sources.hash} ${read.hash}`;
  if (isWholeSynth && nothingToDo(inputs)) return 0;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unlessClosed);
  const { loadCommand } = require('./launch/bundle.cjs');
  require('./launch/optimize-later.cjs');
  const { run, keepCode } = await loadCommand(root, cache, sources.hash, commandIn(files.bundle));
  let report;
  const exitCode = await run(args, {
    root,
    remember: (made) => (report = made),
    importModule: (name) => import(name),
  });
  if (isWholeSynth && exitCode === 0 && report)
    keep(cache, 'report', { inputs, outputs: outputHash(root, undefined, true), report });
  keepCode();
  return exitCode;
}

/** The command that is named; none for help and for a wrong name, which take every command. */
function commandIn(bundled) {
  const [name] = args;
  return bundled.includes(`${join(root, 'cli/commands')}/${name}.ts`) ? name : undefined;
}

/** Prints what the last synth of the same sources found, where its outputs are still there. */
function nothingToDo(inputs) {
  const last = recall(cache, 'report');
  if (last.inputs !== inputs) return false;
  const outputs = outputHash(root, last.outputs);
  if (!outputs || outputs.hash !== last.outputs.hash) return false;
  if (outputs !== last.outputs) keep(cache, 'report', { ...last, outputs });
  print(2, last.report.stderr);
  print(1, `${last.report.stdout}dist is up to date (${outputs.count} files).\n`);
  return true;
}

/** Writes to stdout (1) or stderr (2) without the streams, whose loading takes a tenth of a run with nothing to do. */
function print(descriptor, text) {
  let rest = Buffer.from(text);
  try {
    while (rest.length) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    // A pipe that is full, and does not wait.
    if (error.code === 'EAGAIN') (descriptor === 2 ? process.stderr : process.stdout).write(rest);
    else unlessClosed(error);
  }
}

/** A reader that has seen enough, as `head` has, is no error. */
function unlessClosed(error) {
  if (error.code !== 'EPIPE') throw error;
}

/** A definition threw: once more with source maps, which are too slow to load in every run, to name the line. */
function launchWithSourceMaps() {
  const { spawnSync } = require('node:child_process');
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
