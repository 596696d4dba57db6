'use strict';
/** Builds a bundle with esbuild. */
const { join } = require('node:path');
const { writeAside } = require('./write-aside.cjs');

/**
 * Packages that stay where npm put them: they have files of their own beside the code (WebAssembly, .proto), or one rare
 * command alone loads them (gRPC), and every other one starts faster without their text.
 */
const external = [
  'prettier',
  '@inquirer/prompts',
  '@cdktf/hcl2json',
  'esbuild',
  '@grpc/grpc-js',
  'protobufjs',
  'cli-progress',
];

/**
 * @param entry file from the root whose exports the bundle has
 * @param sourcemap whether a map to the sources stands beside the bundle, which takes as long as the bundle itself
 */
async function build(root, bundle, { entry = 'cli/main.ts', sourcemap = false } = {}) {
  const { outputFiles } = await require('esbuild').build({
    entryPoints: [join(root, entry)],
    outfile: bundle,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    format: 'cjs',
    external,
    // import() of a package that stays outside becomes require(): the bundle runs as a plain script.
    supported: { 'dynamic-import': false },
    // Names stay, so that a stack trace can be read; the rest is parsed in every run.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    sourcemap: sourcemap && 'linked',
    loader: { '.sh': 'text', '.lua': 'text', '.script.cjs': 'text', '.mjs': 'js' },
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) writeAside(path, contents);
}

module.exports = { build };
