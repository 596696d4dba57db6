'use strict';
/** Builds bundles with esbuild. */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, join } = require('node:path');
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

const format = {
  write: false,
  bundle: true,
  platform: 'node',
  target: 'node20.9',
  format: 'cjs',
  // import() of a package that stays outside becomes require(): the bundle runs as a plain script.
  supported: { 'dynamic-import': false },
  // Names stay, so that a stack trace can be read; the rest is parsed in every run.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  loader: { '.sh': 'text', '.lua': 'text', '.script.cjs': 'text', '.mjs': 'js' },
  logLevel: 'error',
};

/**
 * Builds the module at `entry` with everything it imports into one file.
 *
 * @param sourcemap whether a map to the sources stands beside the bundle, which takes as long as the bundle itself
 */
async function build(root, bundle, { entry, sourcemap = false }) {
  const { outputFiles } = await require('esbuild').build({
    ...format,
    entryPoints: [join(root, entry)],
    outfile: bundle,
    external,
    sourcemap: sourcemap && 'linked',
  });
  for (const { path, contents } of outputFiles) writeAside(path, contents);
}

/**
 * Builds a command from the project's own sources, and beside it the packages that they import, unless that was done for
 * other sources before: packages are most of the code, and change with the lock file alone. The first line of the bundle
 * names the file of the packages.
 *
 * @param command one of cli/commands; none for a bundle of all of them
 * @param sourcemap for Node to load the bundle itself, and the packages from where npm put them
 */
async function buildCommand(root, bundle, { command, sourcemap = false }) {
  const { outputFiles, metafile } = await require('esbuild').build({
    ...format,
    stdin: { contents: commandEntry(command), resolveDir: join(root, 'cli') },
    outfile: bundle,
    packages: 'external',
    metafile: true,
    sourcemap: sourcemap && 'linked',
  });
  if (sourcemap) {
    for (const { path, contents } of outputFiles) writeAside(path, contents);
    return;
  }
  const imported = packagesIn(metafile);
  const packages = packagesFile(root, imported);
  const path = join(dirname(bundle), packages);
  if (!existsSync(path)) await buildPackages(root, path, imported);
  writeAside(bundle, `//${packages}\n${asFunction(outputFiles[0].text)}`);
}

/** A module whose `run` takes the arguments and the launcher's context. */
const commandEntry = (command) =>
  command
    ? `import { main } from './main';
       import { add } from './commands/${command}';
       export const run = main.bind(undefined, [add]);`
    : `import { main } from './main';
       import { everyCommand } from './every-command';
       export const run = main.bind(undefined, everyCommand);`;

/** Imported names of packages and their modules that belong into a bundle, sorted. */
function packagesIn({ outputs }) {
  const names = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const isOutside = (name) => external.some((other) => name === other || name.startsWith(`${other}/`));
  return [...new Set(names)].filter((name) => !isBuiltin(name) && !isOutside(name)).sort();
}

function packagesFile(root, imported) {
  const hash = createHash('sha256').update(process.version).update(imported.join('\n'));
  for (const path of [join(root, 'package-lock.json'), __filename]) hash.update(readFileSync(path));
  return `packages-${hash.digest('hex').slice(0, 32)}.cjs`;
}

/** A module that exports a function for each package, so that one is run when it is first asked for. */
async function buildPackages(root, path, imported) {
  const entries = imported.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
  const { outputFiles } = await require('esbuild').build({
    ...format,
    stdin: { contents: `module.exports = { ${entries.join(', ')} };`, resolveDir: root },
    outfile: path,
    external,
    alias: { archiver: join(__dirname, 'archiver.cjs') },
  });
  writeAside(path, asFunction(outputFiles[0].text));
}

/** Node wraps a module like this when it loads one; done here, the text of a bundle is in memory once. */
const asFunction = (module) => `(function (exports, require, module, __filename, __dirname) {${module}\n})`;

module.exports = { build, buildCommand };
