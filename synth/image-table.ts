import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import type { ClusterDefinition } from '../model/definition/cluster-definition';

export type ImageTable = ClusterDefinition['gitops']['images'];

/** Where a cluster's image table is kept, relative to the repository's root. */
export const imageTablePath = (cluster: string): string => `clusters/${cluster}.images.json`;

/** The definition with the image table as it stands on disk now, which another process may have changed since the start. */
export function withImagesFromDisk(root: string, definition: ClusterDefinition): ClusterDefinition {
  const table = JSON.parse(readFileSync(join(root, imageTablePath(definition.name)), 'utf8')) as ImageTable;
  return withImages(definition, table);
}

/** The definition with another image table. */
export function withImages(definition: ClusterDefinition, images: ImageTable): ClusterDefinition {
  return { ...definition, gitops: { ...definition.gitops, images } };
}

/** Text of an image table. A blank line between entries lets git merge changes of two of them. */
export function imageTableText(images: ImageTable): string {
  const entries = Object.keys(images)
    .sort()
    .map((app) => `  ${JSON.stringify(app)}: ${JSON.stringify(images[app])}`);
  return `{\n${entries.join(',\n\n')}\n}\n`;
}

/** Replaces a cluster's image table in one step. */
export function writeImageTable(root: string, cluster: string, images: ImageTable): void {
  const path = join(root, imageTablePath(cluster));
  writeFileSync(`${path}.next`, imageTableText(images));
  renameSync(`${path}.next`, path);
}

/** Runs `action` while no other process changes an image; waits up to two minutes for one that does. */
export async function withImageLock<T>(root: string, action: () => Promise<T>): Promise<T> {
  // The library knows a lock by what it locks, and the tree's lock, taken inside this one, locks the root.
  const release = await lock(join(root, 'clusters'), {
    lockfilePath: join(root, '.images.lock'),
    stale: 30_000,
    retries: { retries: 600, factor: 1, minTimeout: 200, maxTimeout: 200 },
  });
  try {
    return await action();
  } finally {
    await release();
  }
}
