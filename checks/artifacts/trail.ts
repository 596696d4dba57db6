/**
 * The way from the top of a document to a value, one step on from the way to what holds it: far cheaper to remember for
 * every value of a document than a list of steps each. Spread, it gives its steps.
 */
export class Trail implements Iterable<string | number> {
  /** @param outer way to what holds the value. @default - the top of the document, where there is no step */
  constructor(
    private readonly outer?: Trail,
    private readonly step: string | number = '',
  ) {}

  [Symbol.iterator](): Iterator<string | number> {
    return this.steps()[Symbol.iterator]();
  }

  /** The step at the top of the document. */
  get first(): string | number | undefined {
    let { outer, step } = this;
    while (outer?.outer) ({ outer, step } = outer);
    return outer && step;
  }

  /** The last step, or one so many before it; undefined above the top. */
  last(before = 0): string | number | undefined {
    let { outer, step } = this;
    for (let left = before; left > 0 && outer; left -= 1) ({ outer, step } = outer);
    return outer && step;
  }

  includes(step: string | number): boolean {
    return this.outer !== undefined && (this.step === step || this.outer.includes(step));
  }

  private steps(): (string | number)[] {
    return this.outer ? [...this.outer.steps(), this.step] : [];
  }
}
