import type { ObjectArtifact } from '../artifacts/kubernetes-objects';

/**
 * Objects by the folder of their file, found by a path of the repository: a tree may begin below the repository's root, or far
 * above it. Every way to name a folder is indexed, so that a thousand Applications do not look at every folder each.
 */
export class Folders {
  readonly #exact = new Map<string, ObjectArtifact[]>();
  /** By the last segments of a folder. */
  readonly #ending = new Map<string, ObjectArtifact[][]>();
  /** By any neighbouring segments of a folder. */
  readonly #holding = new Map<string, ObjectArtifact[][]>();

  constructor(objects: readonly ObjectArtifact[]) {
    for (const object of objects) {
      const { file } = object.source;
      add(this.#exact, file.slice(0, Math.max(0, file.lastIndexOf('/'))), object);
    }
    for (const [folder, inside] of this.#exact) {
      for (const ending of endings(folder)) add(this.#ending, ending, inside);
      for (const run of runs(folder)) add(this.#holding, run, inside);
    }
  }

  /** Objects in the folder that `path` names, and with `recurse` in those below it. */
  under(path: string, recurse: boolean): readonly ObjectArtifact[] {
    const wanted = path.replace(/^\.?\/+|\/+$/g, '');
    const longer = (recurse ? this.#holding : this.#ending).get(wanted) ?? [];
    const shorter = endings(wanted)
      .slice(1)
      .map((ending) => this.#exact.get(ending) ?? []);
    return [...longer, ...shorter].flat();
  }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}

/** `a/b/c`, `b/c` and `c`. */
function endings(folder: string): string[] {
  const segments = folder.split('/');
  return segments.map((_, from) => segments.slice(from).join('/'));
}

/** `a/b/c`, `b/c`, `c`, `a/b`, `b` and `a`, each once. */
function runs(folder: string): ReadonlySet<string> {
  const segments = folder.split('/');
  return new Set(segments.flatMap((_, last) => endings(segments.slice(0, segments.length - last).join('/'))));
}
