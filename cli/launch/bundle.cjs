'use strict';
/** The bundle of the whole command line, named after the hash of its sources: a stale one can never run. */
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const vm = require('node:vm');
const { writeAside } = require('./write-aside.cjs');

/** Bundles of other branches stay for a while, so that switching back and forth costs nothing. */
const keepMilliseconds = 7 * 24 * 60 * 60 * 1000;

/** Stack traces through source maps exist only for modules that Node itself loads. */
const isMapped = process.execArgv.includes('--enable-source-maps');

/** Path of the bundle of sources with this hash; built where it does not exist yet. */
async function ensureBundle(root, cache, hash) {
  const bundle = join(cache, `${hash}${isMapped ? '.mapped' : ''}.cjs`);
  if (existsSync(bundle)) return bundle;
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) removeIfOld(join(cache, name));
  await require('./build.cjs').build(root, bundle, { sourcemap: isMapped });
  return bundle;
}

function removeIfOld(path) {
  if (Date.now() - statSync(path).mtimeMs > keepMilliseconds) rmSync(path, { recursive: true, force: true });
}

/** Runs a bundle with the compiled code that its first run left, and returns its exports with a way to leave that code. */
function loadBundle(bundle) {
  if (isMapped) return { exports: createRequire(bundle)(bundle), keepCode() {} };
  const codePath = bundle.replace(/\.cjs$/, '.code');
  const cachedData = existsSync(codePath) ? readFileSync(codePath) : undefined;
  const source = readFileSync(bundle, 'utf8');
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, join(bundle, '..'));
  const isCached = cachedData !== undefined && !script.cachedDataRejected;
  return {
    exports: module.exports,
    keepCode: () => isCached || writeAside(codePath, script.createCachedData()),
  };
}

module.exports = { ensureBundle, loadBundle };
