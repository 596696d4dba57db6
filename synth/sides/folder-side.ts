import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Side } from '../../diff/side';

/** The output as a folder has it: one with a `dist` in it and perhaps an atlantis.yaml. */
export function folderSide(root: string, label: string): Side {
  const files = [...filesBelow(join(root, 'dist')), join(root, 'atlantis.yaml')].filter(isFile);
  return {
    label,
    files: new Map(
      files.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
    ),
  };
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
