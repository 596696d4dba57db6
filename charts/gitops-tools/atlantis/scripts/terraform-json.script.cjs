'use strict';

const { calledFunctions } = require('./expressions.script.cjs');

/** Blocks that a stack may have at its top level; all others are refused, also those of Terraforms to come. */
const topLevel = ['//', 'terraform', 'provider', 'resource', 'data', 'output', 'locals', 'moved', 'removed'];
const settings = ['backend', 'required_providers', 'required_version'];

/** Problems of one stack's document as `{ path, problem }`, under a policy whose backend is already that stack's own. */
function checkDocument(document, policy) {
  const problems = [];
  const refuse = (path, problem) => problems.push({ path, problem });
  if (!(document instanceof Map)) return [{ path: '$', problem: 'is not an object' }];
  for (const [key] of document) if (!topLevel.includes(key)) refuse(key, 'is a block that may not be used');
  const context = { policy, refuse };
  checkSettings(document.get('terraform'), context);
  for (const { path, labels, body } of blocks(document, 'provider', 1, refuse))
    checkProvider(path, labels, body, context);
  for (const { path, labels, body } of blocks(document, 'resource', 2, refuse))
    checkResource(path, labels, body, context);
  for (const { path, labels, body } of blocks(document, 'data', 2, refuse))
    checkData(path, labels, body, context);
  for (const { path, body } of blocks(document, 'removed', 0, refuse))
    for (const key of keys(body))
      if (!['from', 'lifecycle'].includes(key)) refuse(`${path}.${key}`, 'may not be used');
  checkExpressions('$', document, context);
  return problems;
}

function checkSettings(terraform, { policy, refuse }) {
  const bodies = objects(terraform, 'terraform', refuse);
  if (bodies.length !== 1) return refuse('terraform', `stands ${bodies.length} times instead of once`);
  const [{ body }] = bodies;
  for (const key of keys(body)) if (!settings.includes(key)) refuse(`terraform.${key}`, 'may not be used');
  checkBackend(body.get('backend'), policy.backend, refuse);
  const required = objects(body.get('required_providers'), 'terraform.required_providers', refuse);
  if (required.length === 0) refuse('terraform.required_providers', 'is missing');
  for (const { path, body: providers } of required)
    for (const [name, requirement] of providers) {
      const allowed = own(policy.providers, name);
      if (!allowed) refuse(`${path}.${name}`, 'is a provider outside the allow-list');
      else if (!(requirement instanceof Map)) refuse(`${path}.${name}`, 'has no source');
      else
        for (const [key, value] of requirement)
          if (key === 'source' ? value !== allowed.source : key !== 'version' || typeof value !== 'string')
            refuse(`${path}.${name}.${key}`, `is ${show(value)}`);
      if (requirement instanceof Map && !requirement.has('source'))
        refuse(`${path}.${name}`, 'has no source');
    }
}

/** State may be read and written in the stack's own place only: another key would replace another stack's state. */
function checkBackend(backend, expected, refuse) {
  const bodies = [...blocks(new Map([['backend', backend]]), 'backend', 1, refuse)];
  if (bodies.length !== 1)
    return refuse('terraform.backend', `stands ${bodies.length} times instead of once`);
  const [{ labels, body }] = bodies;
  if (labels[0] !== expected.type) refuse('terraform.backend', `is of type ${show(labels[0])}`);
  for (const key of new Set([...keys(body), ...Object.keys(expected.config)]))
    if (body.get(key) !== own(expected.config, key))
      refuse(
        `terraform.backend.${key}`,
        `is ${show(body.get(key))} instead of ${show(own(expected.config, key))}`,
      );
}

function checkProvider(path, [name], body, { policy, refuse }) {
  const allowed = own(policy.providers, name);
  if (!allowed) return refuse(path, 'is a provider outside the allow-list');
  for (const key of keys(body))
    if (!allowed.arguments.includes(key))
      refuse(`${path}.${key}`, 'is a provider argument outside the allow-list');
}

function checkResource(path, [type], body, context) {
  checkType(path, type, body, context);
  for (const key of ['provisioner', 'connection'])
    for (const holder of [
      body,
      ...objects(body.get('dynamic'), path, context.refuse).map(({ body: dynamic }) => dynamic),
    ])
      if (holder.has(key)) context.refuse(`${path}.${key}`, 'runs a program during apply');
}

function checkData(path, [type], body, context) {
  const { policy, refuse } = context;
  const allowed = own(policy.dataSources, type);
  if (!allowed) return refuse(path, `is a data source outside the allow-list`);
  if (type !== 'terraform_remote_state') checkType(path, type, body, context);
  for (const [argument, pattern] of Object.entries(allowed)) {
    const value = argument
      .split('.')
      .reduce((at, key) => (at instanceof Map ? at.get(key) : undefined), body);
    if (typeof value !== 'string' || !new RegExp(pattern, 'u').test(value))
      refuse(`${path}.${argument}`, `is ${show(value)}, which does not match ${pattern}`);
  }
  const remote = type === 'terraform_remote_state' ? body.get('config') : undefined;
  if (remote !== undefined)
    for (const key of keys(remote instanceof Map ? remote : new Map([['config', remote]])))
      if (!['bucket', 'key', 'region', 'dynamodb_table', 'encrypt'].includes(key))
        refuse(`${path}.config.${key}`, 'may not be used');
}

/** Terraform takes the provider from the first word of a type, whether it is declared or not. */
function checkType(path, type, body, { policy, refuse }) {
  const provider = /^([a-z0-9]+)_[a-z0-9_]+$/.exec(type)?.[1];
  if (provider === undefined || !own(policy.providers, provider))
    refuse(path, 'has a type outside the allow-list');
  const chosen = body.get('provider');
  if (
    chosen !== undefined &&
    !(typeof chosen === 'string' && new RegExp(`^${provider}(\\.[a-z0-9_-]+)?$`).test(chosen))
  )
    refuse(`${path}.provider`, `is ${show(chosen)}`);
}

function checkExpressions(path, value, context) {
  if (typeof value === 'string') {
    for (const name of calledFunctions(value))
      if (!context.policy.functions.includes(name))
        context.refuse(path, `calls ${name}(), which is outside the allow-list`);
  } else if (Array.isArray(value))
    value.forEach((item, index) => checkExpressions(`${path}[${index}]`, item, context));
  else if (value instanceof Map)
    for (const [key, item] of value) {
      checkExpressions(`${path}.${key}`, key, context);
      checkExpressions(`${path}.${key}`, item, context);
    }
}

/** Every block of a kind, however its labels and bodies are spread over objects and lists. */
function* blocks(document, kind, labelCount, refuse) {
  const walk = function* (path, value, labels) {
    for (const { path: at, body } of objects(value, path, refuse))
      if (labels.length === labelCount) yield { path: at, labels, body };
      else for (const [label, inner] of body) yield* walk(`${at}.${label}`, inner, [...labels, label]);
  };
  yield* walk(kind, document.get(kind), []);
}

/** One object or a list of objects, as Terraform accepts them wherever a body or a label stands. */
function objects(value, path, refuse) {
  if (value === undefined) return [];
  if (value instanceof Map) return [{ path, body: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => objects(item, `${path}[${index}]`, refuse));
  refuse(path, `is ${show(value)} where a block is expected`);
  return [];
}

/** Keys of a body that Terraform reads: `//` is a comment there, and only there. */
const keys = (body) => [...body.keys()].filter((key) => key !== '//');
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);
const show = (value) =>
  value instanceof Map ? 'an object' : (JSON.stringify(value) ?? 'missing').slice(0, 120);

module.exports = { checkDocument };
