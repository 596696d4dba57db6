import type { Tree } from './tree';

/** One incident, put back into the real outputs. */
export interface BrokenCase {
  /** Continues "finds …". */
  readonly title: string;
  /** Rows of the incident list that the change repeats. */
  readonly incidents?: readonly string[];
  readonly change: (tree: Tree) => void;
  readonly code: string;
  readonly path: string;
  /** Rules that the same mistake breaks as well. @default none */
  readonly also?: readonly string[];
}
