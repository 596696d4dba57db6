import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StackFile } from './validate-stacks';

/** Every stack of the clusters in `dist`, by name. */
export function committedStacks(root: string, clusters: readonly string[]): StackFile[] {
  return clusters.flatMap((cluster) => {
    const folder = join('dist', cluster, 'terraform');
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder))
      .sort()
      .map((stack) => ({ cluster, stack, path: join(folder, stack, 'cdk.tf.json') }))
      .filter(({ path }) => existsSync(join(root, path)))
      .map((file) => ({ ...file, text: readFileSync(join(root, file.path), 'utf8') }));
  });
}
