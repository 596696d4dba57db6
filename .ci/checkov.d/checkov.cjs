'use strict';
// copy FOLDER: the committed stacks as Checkov can read them.
// compare FOLDER REPORT: what Checkov found there against the suppressions of the definitions.
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');
require('ts-node').register({ transpileOnly: true, cwd: root });
const { clusters } = require('../../clusters/all');

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Without the blocks that Checkov 3.3 takes for resources: a string in `terraform` ends its run. */
function copy(folder) {
  for (const { name } of clusters)
    for (const stack of readdirSync(join(root, 'dist', name, 'terraform'))) {
      const { provider, data, resource } = readJson(
        join(root, 'dist', name, 'terraform', stack, 'cdk.tf.json'),
      );
      mkdirSync(join(folder, name, stack), { recursive: true });
      writeFileSync(
        join(folder, name, stack, 'cdk.tf.json'),
        JSON.stringify({ provider, data, resource }, undefined, 1),
      );
    }
}

/** Checkov names a resource by its address or, for rules of one resource, by `resource.<name>` alone. */
function addresses(folder, file, resource) {
  const [section, name] = resource.split('.');
  if (section !== 'resource' && section !== 'data') return [resource];
  const blocks = readJson(join(folder, file))[section] ?? {};
  return Object.keys(blocks)
    .filter((type) => name in blocks[type])
    .map((type) => `${type}.${name}`);
}

const pattern = (place) =>
  new RegExp(
    `^${place
      .split('*')
      .map((part) => part.replaceAll('.', '\\.'))
      .join('.*')}$`,
  );

function compare(folder, report) {
  const { summary, results } = readJson(report);
  if (summary.parsing_errors) throw new Error(`Checkov could not read ${summary.parsing_errors} stacks`);
  const used = new Set();
  const broken = results.failed_checks.filter(({ check_id: rule, file_path: file, resource }) => {
    const cluster = clusters.find(({ name }) => file.split('/')[1] === name);
    const places = addresses(folder, file, resource);
    const reason = (cluster?.suppressions ?? []).find(
      (one) => one.rule === rule && places.some((address) => pattern(one.place).test(address)),
    );
    // Clusters may share the object of a suppression, so what was used is noted with the cluster.
    if (reason) used.add(`${cluster.name} ${reason.rule} ${reason.place}`);
    return !reason;
  });
  for (const { check_id: rule, check_name: name, file_path: file, resource } of broken)
    console.log(`FAILED  ${file.slice(1)} ${resource}: ${name} (${rule})`);
  const unused = clusters
    .flatMap(({ name, suppressions }) =>
      (suppressions ?? []).map(({ rule, place }) => `${name} ${rule} ${place}`),
    )
    .filter((one) => !used.has(one));
  for (const one of unused) console.log(`UNUSED  ${one}`);
  const suppressed = results.failed_checks.length - broken.length;
  console.log(
    `Checkov: ${summary.passed} hold, ${suppressed} are suppressed with a reason, ${broken.length} fail, ${unused.length} suppressions are unused`,
  );
  if (broken.length + unused.length) process.exitCode = 1;
}

const [command, ...args] = process.argv.slice(2);
({ copy, compare })[command](...args);
