import Ajv, { type ErrorObject } from 'ajv';
import schema from '../../charts/schemas/objects.schema.json';
import type { KubernetesObject } from '../../model/kubernetes-object';

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ ...schema, $id: 'objects' });

/** What is wrong with an object by the schema of its kind; an unknown field is wrong too. */
export function schemaErrors(object: KubernetesObject): string[] {
  if (!(object.kind in schema.definitions)) return [`no schema for ${object.kind}`];
  const validate = ajv.getSchema(`objects#/definitions/${object.kind}`);
  if (!validate) throw new Error(`no validator for ${object.kind}`);
  return validate(object) ? [] : (validate.errors ?? []).map(words);
}

const words = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`;
