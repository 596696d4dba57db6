'use strict';
/** The bundle of the whole command line, named after the hash of its sources: a stale one can never run. */
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
 * Exports of the command line from sources with this hash, built where they were not yet, with a way to leave the code
 * that this run compiled for the next one.
 */
async function loadCommandLine(root, cache, hash) {
  if (isMapped) return loadMapped(root, join(cache, `${hash}.mapped.cjs`));
  const bundle = join(cache, `${hash}.cjs`);
  const parts = read(bundle) ?? read(await built(root, cache, bundle));
  const fromNpm = createRequire(bundle);
  const packages = run(parts.packages, fromNpm);
  const own = run(parts.own, (name) =>
    Object.hasOwn(packages.exports, name) ? packages.exports[name]() : fromNpm(name),
  );
  return { exports: own.exports, keepCode: () => [packages, own].forEach(({ keepCode }) => keepCode()) };
}

async function loadMapped(root, bundle) {
  if (!existsSync(bundle)) await require('./build.cjs').buildCommandLine(root, bundle, { sourcemap: true });
  return { exports: createRequire(bundle)(bundle), keepCode() {} };
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

async function built(root, cache, bundle) {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) removeIfOld(join(cache, name));
  await require('./build.cjs').buildCommandLine(root, bundle);
  return bundle;
}

function removeIfOld(path) {
  if (Date.now() - statSync(path).mtimeMs > keepMilliseconds) rmSync(path, { recursive: true, force: true });
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

module.exports = { loadCommandLine };
