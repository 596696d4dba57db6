import type { ArtifactOf } from './artifact';
import { Subject } from './subject';
import { fields, stringMap, strings, text, type Fields, type FoundString } from './value';

/** A Kubernetes object of the tree. Its inside may have any shape: read it through `value.ts`. */
export class ObjectArtifact extends Subject {
  readonly apiVersion: string;
  /** API group, empty for the core one. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined for cluster-wide objects, and where a manifest leaves it to Argo CD's destination. */
  readonly namespace: string | undefined;
  readonly value: Fields;
  #strings: readonly FoundString[] | undefined;

  constructor({ source, value }: ArtifactOf<'object'>) {
    const kind = text(value, 'kind') ?? 'Object';
    const name = text(value, 'metadata', 'name') ?? text(value, 'metadata', 'generateName') ?? '(no name)';
    const namespace = text(value, 'metadata', 'namespace');
    super(source, `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
    this.apiVersion = text(value, 'apiVersion') ?? '';
    this.group = this.apiVersion.includes('/') ? (this.apiVersion.split('/')[0] ?? '') : '';
    this.kind = kind;
    this.name = name;
    this.namespace = namespace;
    this.value = fields(value);
  }

  /** Every string of the object; several rules look through them. */
  get strings(): readonly FoundString[] {
    return (this.#strings ??= strings(this.value));
  }

  get labels(): Readonly<Record<string, string>> {
    return stringMap(this.value, 'metadata', 'labels');
  }

  get annotations(): Readonly<Record<string, string>> {
    return stringMap(this.value, 'metadata', 'annotations');
  }
}

const key = (kind: string, namespace: string | undefined, name: string) =>
  `${kind}\n${namespace ?? ''}\n${name}`;

/** Kubernetes objects by kind and by name. */
export class ObjectIndex {
  readonly #byKind = new Map<string, ObjectArtifact[]>();
  readonly #byKey = new Map<string, ObjectArtifact>();

  constructor(readonly all: readonly ObjectArtifact[]) {
    for (const object of all) {
      const same = this.#byKind.get(object.kind);
      if (same) same.push(object);
      else this.#byKind.set(object.kind, [object]);
      this.#byKey.set(key(object.kind, object.namespace, object.name), object);
    }
  }

  ofKind(...kinds: readonly string[]): readonly ObjectArtifact[] {
    const [only, ...more] = kinds;
    if (only === undefined) return [];
    if (!more.length) return this.#byKind.get(only) ?? [];
    return kinds.flatMap((kind) => this.#byKind.get(kind) ?? []);
  }

  get(kind: string, namespace: string | undefined, name: string): ObjectArtifact | undefined {
    return this.#byKey.get(key(kind, namespace, name));
  }

  has(kind: string, namespace: string | undefined, name: string): boolean {
    return this.#byKey.has(key(kind, namespace, name));
  }
}
