'use strict';
/** What the last runs found, so that a run with nothing to do ends without loading anything. */
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { contentHash, signature } = require('./sources.cjs');
const { writeAside } = require('./write-aside.cjs');

/** A file that changed within this time of being looked at may change again without its times telling. */
const racyMilliseconds = 100;

/** What is kept between runs, each in a file of its own: the hashes of what was read, and what a whole synth found. */
const kept = (cache, name) => join(cache, `${name}.json`);

/** @param name `sources` or `report` */
function recall(cache, name) {
  try {
    return JSON.parse(readFileSync(kept(cache, name), 'utf8'));
  } catch {
    return {};
  }
}

function keep(cache, name, value) {
  writeAside(kept(cache, name), JSON.stringify(value));
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

/** The lists in dist of what a synth owns, each with the hash of every file; nothing where there is none. */
function fileLists(root) {
  const dist = join(root, 'dist');
  let folders;
  try {
    folders = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  } catch {
    return [];
  }
  return [dist, ...folders.map(({ name }) => join(dist, name))].flatMap((folder) => {
    const path = join(folder, 'files.json');
    try {
      const text = readFileSync(path, 'utf8');
      return [{ path, text, hashes: Object.entries(JSON.parse(text).files) }];
    } catch {
      return [];
    }
  });
}

/**
 * Hash of the lists of all owned files, and how many there are; nothing where a file is missing, or is not what its list
 * says. Files are read only where the file system does not say that they are what they were when `known` was recorded.
 *
 * @param asListed whether the caller has just seen that every file is what its list says
 */
function outputHash(root, known, asListed = false) {
  const lists = fileLists(root);
  const listed = lists.flatMap(({ hashes }) => hashes.map(([path, hash]) => [`${root}/${path}`, hash]));
  if (!listed.length) return undefined;
  const before = Date.now();
  try {
    const { text, newest } = signature([...lists.map(({ path }) => path), ...listed.map(([path]) => path)]);
    if (known && known.signature === text) return known;
    if (!asListed && !listed.every(([path, hash]) => sha256(readFileSync(path)) === hash)) return undefined;
    const hash = sha256(lists.map((list) => list.text).join('\0'));
    const count = lists.length + listed.length;
    return { hash, count, ...(newest < before - racyMilliseconds ? { signature: text } : {}) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const sha256 = (content) => require('node:crypto').createHash('sha256').update(content).digest('hex');

module.exports = { recall, keep, quickHash, outputHash };
