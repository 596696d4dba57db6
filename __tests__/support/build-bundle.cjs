'use strict';
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

/** Bundles the sources once, so that every copy of the project starts with the bundle and its compiled code. */
module.exports = () => {
  spawnSync(process.execPath, [join(__dirname, '../../cli/launch.cjs'), 'synth', '--check'], {
    stdio: 'ignore',
  });
};
