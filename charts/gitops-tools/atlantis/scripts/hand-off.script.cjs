'use strict';

/**
 * Hands a stack's outputs over to Kubernetes after an apply: `hand-off.script.cjs CONFIG FOLDER REPOSITORY-PATH`. Writes
 * them to a ConfigMap and, where they are short texts, to annotations of Argo CD's cluster secret; then has Argo CD look
 * again. Every step can be repeated. Exit 1: something was refused or
 * stayed out of reach.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { apiFromEnvironment, pause, request } = require('./kubernetes-api.script.cjs');

/** Annotations are for templates; an inventory is not. */
const longestAnnotation = 1024;
/** A ConfigMap holds 1 MiB together with its metadata. */
const largestConfigMap = 900 * 1024;

/**
 * Outputs of the stack as `[name, text, sensitive]`: a string as it is, anything else as JSON. Of those marked sensitive
 * only the ones that the cluster is known to read.
 */
function readOutputs(folder, allowed) {
  const json = execFileSync('terraform', [`-chdir=${folder}`, 'output', '-json', '-no-color'], {
    encoding: 'utf8',
  });
  return Object.entries(JSON.parse(json))
    .filter(([name, { sensitive }]) => !sensitive || allowed.includes(name))
    .map(([name, { value, sensitive }]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
      sensitive,
    ]);
}

/** Server-side apply: each stack owns its own keys, so one that it no longer has disappears and no other stack's does. */
const applied = (manager, body) => ({
  path: `?fieldManager=${encodeURIComponent(manager)}&force=true`,
  options: { type: 'application/apply-patch+yaml', body },
});

async function handOff(config, folder, stack) {
  const { namespace, configMap, clusterSecret, annotationPrefix, retry } = config;
  const outputs = readOutputs(folder, config.sensitive);
  const data = Object.fromEntries(outputs);
  const size = Buffer.byteLength(JSON.stringify(data));
  if (size > largestConfigMap)
    throw new Error(`the outputs have ${size} bytes; a ConfigMap holds ${largestConfigMap}`);
  const api = apiFromEnvironment(process.env);
  const patch = async (kind, name, body) => {
    const { path, options } = applied(`hand-off-${stack}`, { apiVersion: 'v1', ...body });
    await request(api, retry, 'PATCH', `/api/v1/namespaces/${namespace}/${kind}/${name}${path}`, options);
  };
  await patch('configmaps', configMap, {
    kind: 'ConfigMap',
    metadata: { name: configMap, namespace },
    data,
  });
  console.log(`hand-off: ${outputs.length} outputs in ConfigMap ${namespace}/${configMap}`);
  const short = outputs.filter(
    ([, text, sensitive]) => !sensitive && Buffer.byteLength(text) <= longestAnnotation,
  );
  const annotations = Object.fromEntries(short.map(([name, text]) => [`${annotationPrefix}/${name}`, text]));
  // Its existence is asked for first: applying would create a secret that is not a cluster.
  await request(api, retry, 'GET', `/api/v1/namespaces/${namespace}/secrets/${clusterSecret}`);
  await patch('secrets', clusterSecret, {
    kind: 'Secret',
    metadata: { name: clusterSecret, namespace, annotations },
  });
  console.log(`hand-off: ${short.length} annotations on Secret ${namespace}/${clusterSecret}`);
  for (const application of config.applications) await refresh(api, config, application);
}

/** Asks Argo CD to look again, and waits until it has: it takes the annotation away. */
async function refresh(api, { namespace, retry }, application) {
  const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/applications/${application}`;
  const annotation = 'argocd.argoproj.io/refresh';
  await request(api, retry, 'PATCH', path, {
    type: 'application/merge-patch+json',
    body: { metadata: { annotations: { [annotation]: 'normal' } } },
  });
  for (let attempt = 1; attempt <= retry.attempts; attempt += 1) {
    await pause(retry, attempt);
    const { metadata } = await request(api, retry, 'GET', path);
    if (metadata.annotations?.[annotation] === undefined)
      return console.log(`hand-off: ${application} refreshed`);
  }
  throw new Error(`Argo CD has not refreshed ${application}`);
}

async function main([configFile, folder, repositoryPath]) {
  if (repositoryPath === undefined)
    throw new Error('usage: hand-off.script.cjs CONFIG FOLDER REPOSITORY-PATH');
  const config = JSON.parse(readFileSync(configFile, 'utf8'));
  const { stack } = new RegExp(config.projectDirectory, 'u').exec(repositoryPath)?.groups ?? {};
  if (stack === undefined) throw new Error(`${repositoryPath} is no stack of this cluster`);
  await handOff(config, folder, stack);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`hand-off: FAILED: ${error.message}`);
  console.error('hand-off: the apply itself is done. Run the hand-off again by itself: docs/hand-off.md');
  process.exitCode = 1;
});
