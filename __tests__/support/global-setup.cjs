'use strict';
/** What all test files share: temporary files in memory, and the bundle of the command line. */
const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, statfsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const memory = '/dev/shm';
const neededBytes = 2 * 1024 ** 3;

/** Whether there is a folder in memory that is large enough and runs programs; containers often have a small one that does not. */
function memoryIsUsable() {
  let probe;
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < neededBytes) return false;
    probe = mkdtempSync(join(memory, 'eco2-probe-'));
    writeFileSync(join(probe, 'run'), '#!/bin/sh\nexit 0\n', { mode: 0o700 });
    return spawnSync(join(probe, 'run')).status === 0;
  } catch {
    return false;
  } finally {
    if (probe) rmSync(probe, { recursive: true, force: true });
  }
}

module.exports = () => {
  // Copies of the project are thousands of small files: on some disks, making them takes longer than testing them.
  if (!process.env.TMPDIR && memoryIsUsable()) process.env.TMPDIR = memory;
  // Every copy starts with the bundle and its compiled code.
  spawnSync(process.execPath, [join(__dirname, '../../cli/launch.cjs'), 'synth', '--check'], {
    stdio: 'ignore',
  });
};
