import type { Severity } from '../model/finding';
import type { Artifacts } from './artifacts/artifacts';
import type { Place } from './artifacts/subject';

/** One place where a rule does not hold. */
export interface Violation {
  readonly place: Place;
  /** What was found, with the value. */
  readonly problem: string;
  /** @default - the rule's own fix */
  readonly fix?: string;
}

/** One rule over the outputs: data about it, and a pure function. */
export interface Rule {
  /** Kebab-case sentence that is true when healthy. */
  readonly code: string;
  /** @default 'error' */
  readonly severity?: Severity;
  /** The rule as one sentence. */
  readonly rule: string;
  /** What to do when it does not hold. */
  readonly fix: string;
  /** Rows of the incident list that it catches. */
  readonly incidents?: readonly string[];
  readonly run: (artifacts: Artifacts) => Iterable<Violation>;
}

/** Types a rule where it is written, so that its file needs no annotation. */
export const rule = (value: Rule): Rule => value;
