import { groupBy } from '../../model/group-by';
import type { Artifact, ArtifactOf, Role } from './artifact';
import { Inventory } from './inventory';
import { ObjectArtifact, ObjectIndex } from './kubernetes-objects';
import { podsOf, type Pod } from './pods';
import { TerraformIndex } from './terraform';

/** Everything that was parsed of one tree, with an index for each kind of file, built when it is first asked for. */
export class Artifacts {
  #objects: ObjectIndex | undefined;
  #pods: readonly Pod[] | undefined;
  #terraform: TerraformIndex | undefined;
  #inventory: Inventory | undefined;
  readonly #byRole: ReadonlyMap<Role, readonly Artifact[]>;
  readonly #derived = new Map<unknown, unknown>();

  constructor(readonly all: readonly Artifact[]) {
    this.#byRole = groupBy(all, ({ role }) => role);
  }

  ofRole<R extends Role>(role: R): readonly ArtifactOf<R>[] {
    return (this.#byRole.get(role) ?? []) as readonly ArtifactOf<R>[];
  }

  get objects(): ObjectIndex {
    return (this.#objects ??= new ObjectIndex(this.ofRole('object').map((file) => new ObjectArtifact(file))));
  }

  get pods(): readonly Pod[] {
    return (this.#pods ??= podsOf(this.objects));
  }

  get terraform(): TerraformIndex {
    return (this.#terraform ??= new TerraformIndex(this.ofRole('terraform')));
  }

  get inventory(): Inventory {
    return (this.#inventory ??= new Inventory(this.ofRole('inventory')));
  }

  /** What several rules compute from the tree, computed once; `compute` itself is the key. */
  derive<T>(compute: (artifacts: Artifacts) => T): T {
    if (!this.#derived.has(compute)) this.#derived.set(compute, compute(this));
    return this.#derived.get(compute) as T;
  }
}
