import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { go } from '../control-plane/go';

/** Downloads a Go module, which the Go client keeps and checks, and reads the definitions in one of its folders. */
export async function loadCrds(
  module: string,
  version: string,
  folder: string,
): Promise<readonly KubernetesObject[]> {
  const answer = await go(['mod', 'download', '-json', `${module}@${version}`], { folder: tmpdir() });
  const { Dir } = JSON.parse(answer) as { readonly Dir: string };
  return readCrds(join(Dir, folder));
}

/** Every custom resource definition in the YAML files of a folder. */
export function readCrds(folder: string): readonly KubernetesObject[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object?.kind === 'CustomResourceDefinition')
    .map((object) => withoutConversion(object as KubernetesObject));
}

/** Versions are not converted: the webhook that would do it is a pod, and pods do not run here. */
function withoutConversion(object: KubernetesObject): KubernetesObject {
  const spec = { ...(object['spec'] as Record<string, unknown>) };
  delete spec['conversion'];
  return { ...object, spec };
}
