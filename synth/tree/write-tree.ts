import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isEmpty, type TreePlan } from './plan';

/** The new tree is built here, beside dist, on the same file system. */
const next = '.dist-next';
/** The old tree's name between the two renames of a swap. */
const previous = '.dist-previous';

/**
 * Carries out a plan so that a kill at any moment leaves the old tree or the new one: the new dist is built aside, out
 * of links to every unchanged and foreign file, and takes dist's place by renaming. Files outside dist are replaced one
 * by one, each by renaming.
 */
export function writeTree(root: string, plan: TreePlan): void {
  recoverTree(root);
  if (isEmpty(plan)) return;
  const written = [...plan.create, ...plan.update];
  const gone = new Set([...plan.remove, ...written.map(({ path }) => path)]);
  mkdirSync(join(root, next), { recursive: true });
  if (existsSync(join(root, 'dist'))) linkFolder(root, 'dist', gone);
  for (const { path, text } of written) writeStaged(join(root, stagedPath(path)), text);
  swap(root);
  for (const { path } of written)
    if (!isInDist(path)) renameSync(join(root, `${path}.next`), join(root, path));
  for (const path of plan.remove) if (!isInDist(path)) rmSync(join(root, path), { force: true });
  rmSync(join(root, previous), { recursive: true, force: true });
}

/** Mends what a killed run left: between the two renames the old tree stands aside, and comes back. */
export function recoverTree(root: string): void {
  const [dist, aside] = [join(root, 'dist'), join(root, previous)];
  if (!existsSync(dist) && existsSync(aside)) renameSync(aside, dist);
  for (const leftover of [next, previous]) rmSync(join(root, leftover), { recursive: true, force: true });
}

/** Whether a run writes the tree now, or was killed while it did. */
export const isBeingWritten = (root: string): boolean =>
  [next, previous].some((name) => existsSync(join(root, name)));

function swap(root: string): void {
  const dist = join(root, 'dist');
  if (existsSync(dist)) renameSync(dist, join(root, previous));
  renameSync(join(root, next), dist);
}

const isInDist = (path: string) => path.startsWith('dist/');
const stagedPath = (path: string) =>
  isInDist(path) ? `${next}${path.slice('dist'.length)}` : `${path}.next`;

function writeStaged(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Links what stays into the new tree; a folder that would be empty is left out. */
function linkFolder(root: string, folder: string, gone: ReadonlySet<string>): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    const target = join(root, stagedPath(path));
    if (entry.isDirectory()) linkFolder(root, path, gone);
    else if (!gone.has(path)) {
      mkdirSync(dirname(target), { recursive: true });
      if (entry.isSymbolicLink()) symlinkSync(readlinkSync(join(root, path)), target);
      else link(join(root, path), target);
    }
  }
}

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(from, to);
  }
}
