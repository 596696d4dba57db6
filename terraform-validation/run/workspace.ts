import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder for one validation; Terraform never writes beside the committed JSON. */
export interface Workspace {
  readonly folder: string;
  readonly write: (name: string, text: string) => string;
  readonly remove: () => void;
}

export function makeWorkspace(): Workspace {
  // Short, because the path of a Unix socket in it may have 104 characters.
  const folder = mkdtempSync(join(tmpdir(), 'eco2-tf-'));
  return {
    folder,
    write: (name, text) => {
      const file = join(folder, name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
