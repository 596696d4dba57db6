/**
 * Writes the schemas and types of every kind that the charts use, from the OpenAPI document of Kubernetes and the
 * custom resource definitions of the operators, at the versions that are installed. Needs Go for its module cache and
 * network access; run it after a version below has changed: `npm run schemas`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { parse } from 'yaml';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

const kubernetes = {
  module: 'k8s.io/kubernetes@v1.28.4',
  file: 'api/openapi-spec/swagger.json',
  kinds: [
    'v1.ConfigMap', 'v1.LimitRange', 'v1.Namespace', 'v1.ResourceQuota', 'v1.Secret', 'v1.Service', 'v1.ServiceAccount',
    'apps.v1.Deployment', 'apps.v1.StatefulSet', 'batch.v1.CronJob', 'batch.v1.Job',
    'networking.k8s.io.v1.Ingress', 'networking.k8s.io.v1.NetworkPolicy', 'policy.v1.PodDisruptionBudget',
    'rbac.authorization.k8s.io.v1.ClusterRole', 'rbac.authorization.k8s.io.v1.ClusterRoleBinding',
    'rbac.authorization.k8s.io.v1.Role', 'rbac.authorization.k8s.io.v1.RoleBinding',
    'scheduling.k8s.io.v1.PriorityClass', 'storage.k8s.io.v1.StorageClass',
  ],
};

const crds = [
  { module: 'github.com/argoproj/argo-cd/v2@v2.14.21', folder: 'manifests/crds', files: ['application-crd', 'appproject-crd'] },
  {
    module: 'github.com/cloudnative-pg/cloudnative-pg@v1.24.1',
    folder: 'config/crd/bases',
    files: ['postgresql.cnpg.io_clusters', 'postgresql.cnpg.io_scheduledbackups'],
  },
  {
    module: 'github.com/external-secrets/external-secrets@v0.10.7',
    folder: 'config/crds/bases',
    files: [
      'external-secrets.io_clustersecretstores',
      'external-secrets.io_externalsecrets',
      'generators.external-secrets.io_passwords',
    ],
  },
  {
    module: 'github.com/prometheus-operator/prometheus-operator@v0.77.2',
    folder: 'example/prometheus-operator-crd',
    files: ['monitoring.coreos.com_podmonitors', 'monitoring.coreos.com_prometheusrules', 'monitoring.coreos.com_servicemonitors'],
  },
  { module: 'github.com/rabbitmq/cluster-operator/v2@v2.11.0', folder: 'config/crd/bases', files: ['rabbitmq.com_rabbitmqclusters'] },
];

/** Parts of a custom resource that we never write, left out to keep the committed schema small. */
const leftOut = { RabbitmqCluster: [['spec', 'override', 'statefulSet', 'spec', 'volumeClaimTemplates']] };

const scratch = mkdtempSync(join(tmpdir(), 'schemas-'));
writeFileSync(join(scratch, 'go.mod'), 'module schemas\n\ngo 1.23\n');
const moduleFolder = (module) =>
  JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: scratch, maxBuffer: 1 << 26 }).toString()).Dir;

const shortName = (id) => id.split('.').at(-1);

/** Whether a pattern, written for Go, means something here as well. */
function isJavaScript(pattern) {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

/** Drops prose, closes objects so that an unknown field is an error, and opens what the API server leaves open. */
function tidy(schema) {
  if (Array.isArray(schema)) return schema.map(tidy);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema['x-kubernetes-int-or-string'] || schema.format === 'int-or-string') return { type: ['integer', 'string'] };
  const result = {};
  if (schema.$ref) result.$ref = `#/definitions/${shortName(schema.$ref)}`;
  for (const key of ['type', 'enum', 'required', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'default'])
    if (schema[key] !== undefined) result[key] = schema[key];
  if (result.pattern !== undefined && !isJavaScript(result.pattern)) delete result.pattern;
  if (schema.items) result.items = tidy(schema.items);
  for (const key of ['oneOf', 'anyOf', 'allOf', 'not']) if (schema[key]) result[key] = requirements(schema[key]);
  if (schema.properties) {
    result.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, tidy(property)]));
    if (!schema['x-kubernetes-preserve-unknown-fields']) result.additionalProperties = false;
  }
  if (typeof schema.additionalProperties === 'object') result.additionalProperties = tidy(schema.additionalProperties);
  return result;
}

/** Alternatives of a definition constrain values and never name new fields, so they stay open. */
function requirements(schema) {
  if (Array.isArray(schema)) return schema.map(requirements);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== 'description').map(([key, value]) => [key, requirements(value)]),
  );
}

/** Argo CD knows the defaults of Kubernetes's own kinds, and those of custom resources it does not. */
function withoutDefaults(schema) {
  if (Array.isArray(schema)) return schema.map(withoutDefaults);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => key !== 'default' || (typeof value === 'object' && value !== null && 'type' in value))
      .map(([key, value]) => [key, withoutDefaults(value)]),
  );
}

function coreSchema() {
  const { definitions } = JSON.parse(readFileSync(join(moduleFolder(kubernetes.module), kubernetes.file), 'utf8'));
  const roots = {};
  for (const [id, definition] of Object.entries(definitions))
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      const name = [group, version, kind].filter(Boolean).join('.');
      if (kubernetes.kinds.includes(name)) roots[id] = { apiVersion: group ? `${group}/${version}` : version, kind };
    }
  const result = {};
  const visit = (id) => {
    const name = shortName(id);
    if (result[name]) return;
    if (name === 'IntOrString') return void (result[name] = { type: ['integer', 'string'] });
    if (name === 'Quantity') return void (result[name] = { type: ['string', 'number'] });
    result[name] = {};
    const definition = definitions[id];
    const schema = withoutDefaults(tidy(definition));
    for (const match of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) visit(match[1]);
    if (roots[id]) Object.assign(schema, pinned(schema, roots[id]));
    result[name] = schema;
  };
  Object.keys(roots).sort().forEach(visit);
  return result;
}

function pinned(schema, { apiVersion, kind }) {
  const properties = { ...schema.properties, apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] } };
  delete properties.status;
  return { properties, required: [...new Set(['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])])] };
}

function crdSchemas() {
  const result = {};
  for (const { module, folder, files } of crds) {
    const root = moduleFolder(module);
    for (const file of files) {
      const crd = parse(readFileSync(join(root, folder, `${file}.yaml`), 'utf8'));
      const version = crd.spec.versions.find(({ storage }) => storage);
      const kind = crd.spec.names.kind;
      const schema = tidy(version.schema.openAPIV3Schema);
      schema.properties.metadata = { $ref: '#/definitions/ObjectMeta' };
      Object.assign(schema, pinned(schema, { apiVersion: `${crd.spec.group}/${version.name}`, kind }));
      for (const path of leftOut[kind] ?? []) {
        const parent = path.slice(0, -1).reduce((at, key) => at.properties[key], schema);
        delete parent.properties[path.at(-1)];
      }
      if (kind === 'Application') delete schema.properties.operation;
      result[kind] = schema;
    }
  }
  return result;
}

const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
const core = coreSchema();
const definitions = sorted({ ...core, ...crdSchemas() });
const sources = [kubernetes.module, ...crds.map(({ module }) => module)];
mkdirSync(here, { recursive: true });
writeFileSync(
  join(here, 'objects.schema.json'),
  `${JSON.stringify({ $comment: `Generated by "npm run schemas" from ${sources.join(', ')}.`, definitions })}\n`,
);
const types = await compile({ title: 'Objects', type: 'object', definitions, additionalProperties: false }, 'Objects', {
  bannerComment: `/* Generated by "npm run schemas" from ${sources.join(', ')}. */`,
  unreachableDefinitions: true,
  declareExternallyReferenced: true,
  format: false,
  strictIndexSignatures: false,
});
writeFileSync(
  join(here, 'objects.d.ts'),
  types
    .replace(/\/\*\*\n(?: \*[^\n]*\n)*? \*\/\n/g, '')
    .replace(/export interface Objects \{\s*\}\n/, ''),
);
