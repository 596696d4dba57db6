'use strict';
/** What the last complete run found, so that a run with nothing to do ends without loading anything. */
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { contentHash, signature } = require('./sources.cjs');
const { writeAside } = require('./write-aside.cjs');

/** A file that changed within this time of being looked at may change again without its times telling. */
const racyMilliseconds = 100;

const statePath = (cache) => join(cache, 'state.json');

function readState(cache) {
  try {
    return JSON.parse(readFileSync(statePath(cache), 'utf8'));
  } catch {
    return {};
  }
}

function writeState(cache, state) {
  writeAside(statePath(cache), JSON.stringify(state));
}

/**
 * The content hash of `files`, without reading them where the file system says that they are what they were when
 * `known` was recorded.
 */
function quickHash(root, files, known) {
  const before = Date.now();
  const { text, newest } = signature(files);
  if (known && known.signature === text) return known;
  const settled = newest < before - racyMilliseconds;
  return { hash: contentHash(root, files), ...(settled ? { signature: text } : {}) };
}

/** Every file that a synth owns, lists first, from the lists in dist; nothing where there is none. */
function ownedFiles(root) {
  const dist = join(root, 'dist');
  let folders;
  try {
    folders = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return [];
  }
  const lists = [dist, ...folders.map(({ name }) => join(dist, name))].map((folder) =>
    join(folder, 'files.json'),
  );
  return lists.flatMap((list) => {
    let files;
    try {
      ({ files } = JSON.parse(readFileSync(list, 'utf8')));
    } catch {
      return [];
    }
    return [list, ...Object.keys(files).map((path) => join(root, path))];
  });
}

/** Hash of every owned file, or nothing where one is missing. */
function outputHash(root, known) {
  try {
    const files = ownedFiles(root);
    return files.length ? { ...quickHash(root, files, known), count: files.length } : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { readState, writeState, quickHash, outputHash };
