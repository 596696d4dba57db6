/** One of the two trees that are compared: what a revision, a folder or the work tree has of the output. */
export interface Side {
  /** What the user called it: `origin/main`, `work tree`, a folder. */
  readonly label: string;
  /** Text by path, relative to the root of the repository. */
  readonly files: ReadonlyMap<string, string>;
}

/** A file of a side, parsed; or why it could not be. */
export type ParsedFile =
  | { readonly path: string; readonly text: string; readonly value: unknown }
  | { readonly path: string; readonly text: string; readonly problem: string };
