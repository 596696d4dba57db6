import { createHash } from 'node:crypto';
import { marker } from './marker';
import type { OutputFile } from './produced-file';

/** Where the list of a cluster's files is kept, or of those that all clusters share. */
export const fileListPath = (cluster: string | undefined): string =>
  cluster === undefined ? 'dist/files.json' : `dist/${cluster}/files.json`;

/** Copied for every file: finding an algorithm by its name takes as long as hashing a manifest. */
const sha256 = createHash('sha256');

/** Hash of a file's content as the lists carry it. */
export const contentHash = (text: string | Buffer): string => sha256.copy().update(text).digest('hex');

/** Adds the lists by which later runs know their own files: one for each cluster, one for what they share. */
export function withFileLists(files: readonly OutputFile[]): OutputFile[] {
  const clusters = [...new Set(files.map(({ cluster }) => cluster))];
  return [...files, ...clusters.map((cluster) => fileList(cluster, files))];
}

function fileList(cluster: string | undefined, files: readonly OutputFile[]): OutputFile {
  const own = files
    .filter((file) => file.cluster === cluster)
    .map(({ path, text }) => [path, contentHash(text)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const value = { '//': marker(cluster), files: Object.fromEntries(own) };
  return {
    path: fileListPath(cluster),
    ...(cluster === undefined ? {} : { cluster }),
    text: `${JSON.stringify(value, undefined, 2)}\n`,
  };
}
