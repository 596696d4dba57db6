'use strict';

/**
 * Refuses a Terraform project that is not what the synthesizer writes, before Terraform reads a byte of it:
 * `guard.script.cjs POLICY FOLDER REPOSITORY-PATH WORKSPACE`. Exit 0: within the allow-list. Exit 1: refused, or the
 * guard itself failed.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { TextDecoder } = require('node:util');
const { checkFiles, checkLockFile, document, lockFile } = require('./project-files.script.cjs');
const { parseStrictJson } = require('./strict-json.script.cjs');
const { checkDocument } = require('./terraform-json.script.cjs');

/** Problems of the project in `folder`, which stands at `repositoryPath` in the repository. */
function guard(policy, folder, repositoryPath, workspace) {
  const match = new RegExp(policy.projectDirectory, 'u').exec(repositoryPath);
  if (!match)
    return [{ path: repositoryPath, problem: `is not a project's folder (${policy.projectDirectory})` }];
  if (workspace !== 'default')
    return [{ path: 'workspace', problem: `is ${workspace}; a named workspace changes the state's path` }];
  const files = checkFiles(folder);
  if (files.length) return files;
  const text = (name) =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, name)));
  const locked = existsSync(join(folder, lockFile)) ? checkLockFile(text(lockFile), policy) : [];
  return [
    ...locked,
    ...checkDocument(read(text(document)), { ...policy, backend: backendOf(policy, match) }),
  ];
}

function read(text) {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw new Error(`${document} ${error.message}`);
  }
}

/** The backend that the project at this path must have: its key follows from the path. */
function backendOf({ backend }, { groups }) {
  const fill = (value) =>
    typeof value === 'string' ? value.replaceAll(/\{(\w+)\}/g, (_, name) => groups[name]) : value;
  const config = Object.entries(backend.config).map(([key, value]) => [key, fill(value)]);
  return { type: backend.type, config: Object.fromEntries(config) };
}

function main([policyFile, folder, repositoryPath, workspace]) {
  if (workspace === undefined)
    throw new Error('usage: guard.script.cjs POLICY FOLDER REPOSITORY-PATH WORKSPACE');
  const problems = guard(JSON.parse(readFileSync(policyFile, 'utf8')), folder, repositoryPath, workspace);
  for (const { path, problem } of problems) console.error(`guard: ${repositoryPath}: ${path}: ${problem}`);
  if (problems.length) throw new Error(`${problems.length} reason(s) to refuse this project`);
  console.log(`guard: ${repositoryPath} is within the allow-list`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`guard: refused: ${error.message}`);
  process.exitCode = 1;
}
