import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { OutputFile } from '../../synth/produced-file';

/** Objects of an output by the file that holds them, e.g. `dist/eco2/argocd/root-app.yaml`. */
export type ObjectTree = ReadonlyMap<string, KubernetesObject>;

/** Reads the committed output of one cluster, as Argo CD would. */
export function readDist(root: string, cluster: string): ObjectTree {
  const files = readdirSync(join(root, 'dist', cluster), { recursive: true, encoding: 'utf8' });
  return objectTree(
    files
      .map((file) => `dist/${cluster}/${file.replaceAll('\\', '/')}`)
      .filter(isManifest)
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

/** Objects of an output that was never written. */
export function objectTree(files: readonly OutputFile[]): ObjectTree {
  return new Map(
    files
      .filter(({ path }) => isManifest(path))
      .map(({ path, text }) => [path, parse(text) as KubernetesObject]),
  );
}

const isManifest = (path: string): boolean => /^dist\/[^/]+\/(argocd|manifests)\/.*\.yaml$/.test(path);
