'use strict';
/** The bundle of a command, named after the hash of its sources: a stale one can never run. */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');
const { writeAside } = require('./write-aside.cjs');

/** Bundles of other branches stay for a while, so that switching back and forth costs nothing. */
const keepMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** Stack traces through source maps exist only for modules that Node itself loads. */
const isMapped = process.execArgv.includes('--enable-source-maps');

/**
 * The function that runs a command of the sources with this hash, built where it was not yet, with a way to leave the code
 * that this run compiled for the next one.
 *
 * @param command one of cli/commands; none for a bundle of all of them
 */
async function loadCommand(root, cache, hash, command) {
  const bundle = join(cache, `${hash}.${command ?? 'every-command'}.cjs`);
  if (isMapped) return loadMapped(root, bundle.replace(/\.cjs$/, '.mapped.cjs'), command);
  const parts = read(bundle) ?? read(await built(root, cache, bundle, command));
  const fromNpm = createRequire(bundle);
  const packages = run(parts.packages, fromNpm);
  const own = run(parts.own, (name) =>
    Object.hasOwn(packages.exports, name) ? withoutCreationStacks(packages.exports[name]) : fromNpm(name),
  );
  return { run: own.exports.run, keepCode: () => [packages, own].forEach(({ keepCode }) => keepCode()) };
}

async function loadMapped(root, bundle, command) {
  if (!existsSync(bundle)) await buildCommand(root, bundle, { command, sourcemap: true });
  return { run: createRequire(bundle)(bundle).run, keepCode() {} };
}

/** Both parts of a bundle, or nothing where one is missing. The first line of the own part names that of the packages. */
function read(bundle) {
  try {
    const source = readFileSync(bundle, 'utf8');
    const path = join(dirname(bundle), source.slice(2, source.indexOf('\n')));
    return { own: { path: bundle, source }, packages: { path, source: readFileSync(path, 'utf8') } };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function built(root, cache, bundle, command) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) removeIfOld(join(cache, name));
  await buildCommand(root, bundle, { command });
  return bundle;
}

/** esbuild is not loaded where nothing is to be built. */
const buildCommand = (...args) => require('./build.cjs').buildCommand(...args);

/** Another run may have taken the file away, or given its partial file a name. */
function removeIfOld(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && Date.now() - found.mtimeMs > keepMilliseconds) rmSync(path, { recursive: true, force: true });
}

/** Runs a bundle with the compiled code that its first run left. */
function run({ path, source }, require) {
  const codePath = path.replace(/\.cjs$/, '.code');
  const cachedData = existsSync(codePath) ? readFileSync(codePath) : undefined;
  const script = new vm.Script(source, { filename: path, ...(cachedData ? { cachedData } : {}) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  const isCached = cachedData !== undefined && !script.cachedDataRejected;
  return {
    exports: module.exports,
    keepCode: () => isCached || writeAside(codePath, script.createCachedData()),
  };
}

/**
 * cdktf notes where each token was created, of a few already while it loads, for which V8 counts the lines of a whole bundle.
 * See infra/synthesize-stacks.ts, which asks for the same when stacks are made.
 */
function withoutCreationStacks(load) {
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    return load();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}

module.exports = { loadCommand };
