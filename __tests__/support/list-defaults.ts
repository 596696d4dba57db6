import schema from '../../charts/schemas/objects.schema.json';
import type { KubernetesObject } from '../../model/kubernetes-object';

interface Schema {
  readonly default?: unknown;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const definitions = schema.definitions as unknown as Readonly<Record<string, Schema>>;

/**
 * Fields inside lists that the API server fills in by a default of the definition. Argo CD compares lists of custom
 * resources as a whole, so it would see such a field as a difference for ever.
 */
export function defaultsInLists(object: KubernetesObject): string[] {
  const definition = definitions[object.kind];
  return definition ? walk(definition, object, '', false) : [];
}

function walk(given: Schema, value: unknown, path: string, isInList: boolean): string[] {
  const at = given.$ref ? (definitions[given.$ref.replace('#/definitions/', '')] ?? {}) : given;
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      at.items ? walk(at.items, item, `${path}[${String(index)}]`, true) : [],
    );
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(at.properties ?? {}).flatMap(([name, property]) => {
    const inner = `${path}.${name}`;
    if (fields[name] !== undefined) return walk(property, fields[name], inner, isInList);
    return isInList && property.default !== undefined
      ? [`${inner} would become ${JSON.stringify(property.default)}`]
      : [];
  });
}
