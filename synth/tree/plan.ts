import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../produced-file';
import { readOwned } from './read-owned';

/** How the tree on disk differs from the output. */
export interface TreePlan {
  readonly create: readonly OutputFile[];
  readonly update: readonly OutputFile[];
  /** Paths of earlier runs that the output no longer has. */
  readonly remove: readonly string[];
}

export const isEmpty = ({ create, update, remove }: TreePlan): boolean =>
  create.length + update.length + remove.length === 0;

/**
 * Compares the output with the tree below `root`.
 * @param isPartial whether the output leaves out clusters that are still defined; their files then stay
 */
export function planTree(root: string, files: readonly OutputFile[], isPartial: boolean): TreePlan {
  const create: OutputFile[] = [];
  const update: OutputFile[] = [];
  for (const file of files) {
    const current = readText(join(root, file.path));
    if (current === undefined) create.push(file);
    else if (current !== file.text) update.push(file);
  }
  const wanted = new Set(files.map(({ path }) => path));
  const chosen = new Set(files.map(({ cluster }) => cluster));
  const remove = [...readOwned(root)]
    .filter(([cluster]) => !isPartial || chosen.has(cluster))
    .flatMap(([, paths]) => paths)
    .filter((path) => !wanted.has(path) && readText(join(root, path)) !== undefined)
    .sort();
  return { create, update, remove };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
