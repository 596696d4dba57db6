/** `error` stops the synth; `warning` is printed and reported. */
export type Severity = 'error' | 'warning';

/**
 * Something wrong with a definition or with an output, as data; the words are put together at the edge.
 */
export interface Finding {
  /** Kebab-case sentence that is true when healthy, e.g. `root-volume-holds-images`. */
  readonly code: string;
  readonly severity: Severity;
  /**
   * Where, in the user's own words: a definition path (`nodes.k8s-api-auth.rootVolumeGiB`) or an object path
   * (`Deployment auth/auth-api: spec.template.spec.containers[0].image`).
   */
  readonly path: string;
  /** What was found, with the value: `is 8 GiB`. */
  readonly problem: string;
  /** The rule as one sentence. */
  readonly rule: string;
  /** What to do, naming the file to edit where it is known. */
  readonly fix: string;
  /** Rows of the incident list that the rule guards against. */
  readonly incidents?: readonly string[];
  /** File of the output that carries the problem, relative to the tree that was read. */
  readonly file?: string;
  /** 1-based line in `file`, where it can be known. */
  readonly line?: number;
}
