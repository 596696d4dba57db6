import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileListPath } from '../file-list';

/** Paths that earlier runs wrote, by the cluster whose list names them; `undefined` for the shared ones. */
export function readOwned(root: string): Map<string | undefined, string[]> {
  const owned = new Map<string | undefined, string[]>();
  const dist = join(root, 'dist');
  const folders = existsSync(dist)
    ? readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  for (const cluster of [undefined, ...folders.map(({ name }) => name)]) {
    const list = fileListPath(cluster);
    const paths = readList(join(root, list));
    if (paths) owned.set(cluster, [...paths, list]);
  }
  return owned;
}

function readList(path: string): string[] | undefined {
  try {
    const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files: Record<string, string> };
    return Object.keys(files).filter((file) => !file.startsWith('/') && !file.split('/').includes('..'));
  } catch {
    // No list, or one that somebody broke: then nothing is known to be ours, and nothing is removed.
    return undefined;
  }
}
