'use strict';
/** Which files the command line is made from, and a hash of them. */
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join, relative } = require('node:path');

/** Folders that are bundled. */
const bundled = [
  'charts',
  'checks',
  'cli',
  'clusters',
  'diff',
  'infra',
  'manifests',
  'model',
  'operate',
  'report',
  'synth',
  'terraform-validation',
];
/** What a synth reads besides: rules look at the hand-written layer and the workflows too. */
const alsoRead = ['ansible', '.github'];

/** Files below a folder; none where it does not exist. Node's own recursion takes twice as long. */
function filesBelow(folder) {
  return entriesOf(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Absolute paths, sorted, of every file that can change what a run does or finds. */
function sourceFiles(root) {
  const below = (folders) => folders.flatMap((folder) => filesBelow(join(root, folder))).sort();
  return { bundle: [join(root, 'package-lock.json'), ...below(bundled)], read: below(alsoRead) };
}

/**
 * Hash over names below the root and contents, and the version of Node: bundles and their compiled code differ between
 * versions, and not between two checkouts of the same sources.
 */
function contentHash(root, files) {
  const { createHash } = require('node:crypto');
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}

/**
 * What the file system says of files without reading them, and when the newest of them changed. A write changes the
 * change time of a file, which no program can set. It stays as it is: hashing it would load Node's crypto in every run.
 */
function signature(files) {
  let newest = 0;
  const lines = files.map((file) => {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file);
    newest = Math.max(newest, ctimeMs);
    return `${file}:${size}:${mtimeMs}:${ctimeMs}:${ino}`;
  });
  return { text: `${process.version}\n${lines.join('\n')}`, newest };
}

module.exports = { sourceFiles, contentHash, signature };
