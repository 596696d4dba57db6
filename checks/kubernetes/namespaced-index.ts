import { groupBy } from '../../model/group-by';
import { LabelIndex } from '../../model/label-index';
import { selectorMatches } from './label-selector';
import { requiredBy } from './required-labels';

interface Namespaced {
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
}

/** Things by namespace and, within one, by label: what the selectors of Services, policies and monitors look for. */
export class NamespacedIndex<T extends Namespaced> {
  readonly #byNamespace: ReadonlyMap<string, readonly T[]>;
  readonly #byLabel = new Map<string, LabelIndex<T>>();

  constructor(all: readonly T[]) {
    this.#byNamespace = groupBy(all, ({ namespace }) => namespace ?? '');
  }

  get namespaces(): readonly string[] {
    return [...this.#byNamespace.keys()];
  }

  in(namespace: string | undefined): readonly T[] {
    return this.#byNamespace.get(namespace ?? '') ?? [];
  }

  /** What a label selector selects in a namespace; an empty one selects all. */
  selected(namespace: string | undefined, selector: unknown): readonly T[] {
    return this.#labels(namespace ?? '')
      .having(requiredBy(selector))
      .filter(({ labels }) => selectorMatches(selector, labels));
  }

  #labels(namespace: string): LabelIndex<T> {
    const known = this.#byLabel.get(namespace);
    if (known) return known;
    const index = new LabelIndex(this.in(namespace));
    this.#byLabel.set(namespace, index);
    return index;
  }
}
