'use strict';

const { execFileSync } = require('node:child_process');
const { lstatSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const document = 'cdk.tf.json';
const lockFile = '.terraform.lock.hcl';
/** What Terraform and Atlantis leave in a project's folder between two runs; none of it may be in git. */
const leftBehind = /^(?:\.terraform|[A-Za-z0-9_-]+\.tfplan|terraform\.tfstate\.backup)$/;
const maximumBytes = { [document]: 4 * 1024 * 1024, [lockFile]: 64 * 1024 };

/**
 * Problems with the folder itself. Terraform reads every `.tf`, `.tf.json`, override and `.tfvars` file beside the
 * document, and trusts a `.terraform` folder that somebody else has prepared.
 */
function checkFiles(folder) {
  const problems = tracked(folder)
    .filter((name) => name !== document && name !== lockFile)
    .map((name) => ({ path: name, problem: `is in git; only ${document} and ${lockFile} may be` }));
  for (const name of readdirSync(folder)) {
    const stat = lstatSync(join(folder, name));
    const limit = maximumBytes[name];
    if (limit === undefined) {
      if (!leftBehind.test(name)) problems.push({ path: name, problem: `may not stand beside ${document}` });
    } else if (!stat.isFile()) problems.push({ path: name, problem: 'is not a regular file' });
    else if (stat.nlink > 1) problems.push({ path: name, problem: 'is a hard link' });
    else if (stat.size > limit)
      problems.push({ path: name, problem: `has ${stat.size} bytes; at most ${limit}` });
  }
  if (!readdirSync(folder).includes(document)) problems.push({ path: document, problem: 'is missing' });
  return problems;
}

/** Files below the folder that are in git, relative to it. */
function tracked(folder) {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return output.split('\0').filter(Boolean);
}

/** Providers outside the allow-list in the dependency lock file. */
function checkLockFile(text, policy) {
  const allowed = Object.values(policy.providers).map(({ source }) => `registry.terraform.io/${source}`);
  return [...text.matchAll(/^\s*provider\s+(\S+)/gm)]
    .map(([, address]) => address.replaceAll('"', ''))
    .filter((address) => !allowed.includes(address))
    .map((address) => ({ path: lockFile, problem: `locks ${address}, a provider outside the allow-list` }));
}

module.exports = { document, lockFile, checkFiles, checkLockFile };
