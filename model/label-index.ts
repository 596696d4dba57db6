interface Labelled {
  readonly labels: Readonly<Record<string, string>>;
}

/** Labels that whatever is selected must have, with their values. */
export type RequiredLabels = readonly (readonly [key: string, value: string])[];

/** Things by each of their labels, so that a selector looks at those that may fit instead of all. */
export class LabelIndex<T extends Labelled> {
  readonly #byLabel = new Map<string, T[]>();

  constructor(readonly all: readonly T[]) {
    for (const item of all)
      for (const key of Object.keys(item.labels)) {
        const label = labelKey(key, item.labels[key] ?? '');
        const same = this.#byLabel.get(label);
        if (same) same.push(item);
        else this.#byLabel.set(label, [item]);
      }
  }

  /** A list that holds at least everything with all of these labels, and is the shortest that is at hand. */
  having(required: RequiredLabels): readonly T[] {
    let shortest = this.all;
    for (const [key, value] of required) {
      const having = this.#byLabel.get(labelKey(key, value)) ?? [];
      if (having.length < shortest.length) shortest = having;
    }
    return shortest;
  }
}

const labelKey = (key: string, value: string) => `${key}=${value}`;
