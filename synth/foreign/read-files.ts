import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../../checks/artifacts/artifact';
import { maxBytes, unreadable, type TextFile } from './text-file';

export interface ReadFiles {
  readonly files: readonly TextFile[];
  readonly problems: readonly Artifact[];
  /** Files whose ending says that they are something else. */
  readonly others: number;
}

/** Directories that hold nothing of the tree itself. */
const ignored = new Set(['.git', 'node_modules', '.terraform', '__pycache__']);

/**
 * The texts below a directory, or of one file, sorted by path. Symbolic links are not followed: a cycle ends nowhere, and
 * a link may leave the tree. What has the right ending and cannot be read is reported.
 */
export function readFiles(start: string, isWanted: (path: string) => boolean): ReadFiles {
  const files: TextFile[] = [];
  const problems: Artifact[] = [];
  let others = 0;
  const visit = (path: string, isStart: boolean): void => {
    const shown = path.replaceAll('\\', '/');
    const stat = isStart ? statSync(path) : lstatSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!ignored.has(name)) visit(join(path, name), false);
    } else if (!isStart && !isWanted(shown)) others += 1;
    else if (stat.isSymbolicLink()) problems.push(unreadable(shown, 'not-a-file', 'is a symbolic link'));
    else if (!stat.isFile()) problems.push(unreadable(shown, 'not-a-file', 'is no ordinary file'));
    else if (stat.size > maxBytes)
      problems.push(unreadable(shown, 'too-large', `has ${String(Math.ceil(stat.size / 1024 / 1024))} MiB`));
    else {
      const bytes = readFileSync(path);
      if (bytes.includes(0)) problems.push(unreadable(shown, 'not-text', 'is binary'));
      else files.push({ path: shown, text: bytes.toString('utf8').replace(/^\uFEFF/, '') });
    }
  };
  visit(start, true);
  return { files, problems, others };
}
