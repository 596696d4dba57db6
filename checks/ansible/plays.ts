import type { Artifacts } from '../artifacts/artifacts';
import type { ArtifactOf } from '../artifacts/artifact';
import { Subject } from '../artifacts/subject';
import { at, fields, list, text, type Pointer } from '../artifacts/value';

/** A play of a playbook. */
export interface Play {
  readonly file: ArtifactOf<'ansible'>;
  readonly subject: Subject;
  readonly pointer: Pointer;
  readonly value: unknown;
  readonly hosts: string;
}

/** A task with the module that it runs. */
export interface Task {
  readonly file: ArtifactOf<'ansible'>;
  readonly subject: Subject;
  readonly pointer: Pointer;
  readonly value: unknown;
}

export function plays(artifacts: Artifacts): readonly Play[] {
  return artifacts.ofRole('ansible').flatMap((file) =>
    list(file.value).flatMap((value, index) => {
      const hosts = text(value, 'hosts');
      const subject = new Subject(file.source, file.source.file);
      return hosts === undefined ? [] : [{ file, subject, pointer: [index] as Pointer, value, hosts }];
    }),
  );
}

const taskLists = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

/** Every task of every file, those inside blocks and plays as well. */
export function tasks(artifacts: Artifacts): readonly Task[] {
  return artifacts.ofRole('ansible').flatMap((file) => {
    const subject = new Subject(file.source, file.source.file);
    const found: Task[] = [];
    const visit = (entries: readonly unknown[], pointer: Pointer, depth: number): void => {
      for (const [index, value] of entries.entries()) {
        const here = [...pointer, index];
        if (Object.keys(fields(value)).length) found.push({ file, subject, pointer: here, value });
        if (depth < 10) for (const key of taskLists) visit(list(value, key), [...here, key], depth + 1);
      }
    };
    visit(list(file.value), [], 0);
    return found;
  });
}

/** The argument of a module, under its short or its full name: a text, or a map. */
export function moduleOf(
  { value }: Task,
  ...names: readonly string[]
): { key: string; argument: unknown } | undefined {
  for (const name of names)
    for (const key of [name, `ansible.builtin.${name}`]) {
      const argument = at(value, key);
      if (argument !== undefined) return { key, argument };
    }
  return undefined;
}

/** Plays and imported playbooks of a file, in the order in which they run; each file once. */
export function playOrder(artifacts: Artifacts, start: string): readonly Play[] {
  const all = artifacts.derive(plays);
  const files = new Map(artifacts.ofRole('ansible').map((file) => [file.source.file, file]));
  const seen = new Set<string>();
  const order: Play[] = [];
  const run = (path: string): void => {
    const file = files.get(path);
    if (!file || seen.has(path)) return;
    seen.add(path);
    for (const [index, entry] of list(file.value).entries()) {
      const imported = text(entry, 'import_playbook') ?? text(entry, 'ansible.builtin.import_playbook');
      if (imported !== undefined) run(resolve(path, imported));
      else order.push(...all.filter((play) => play.file === file && play.pointer[0] === index));
    }
  };
  run(start);
  return order;
}

/** A path that a file names, from its own directory. */
export function resolve(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Names of the roles that a play applies. */
export const rolesOf = ({ value }: Play): readonly string[] =>
  list(value, 'roles').map((entry) =>
    typeof entry === 'string' ? entry : (text(entry, 'role') ?? text(entry, 'name') ?? ''),
  );
