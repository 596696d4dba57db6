import type { Artifact } from '../../checks/artifacts/artifact';

/** A file of somebody else's tree, not yet parsed. */
export interface TextFile {
  /** As the user would write it: relative to where the command was called, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a parser makes of one file. */
export type Parsed = readonly Artifact[];

/** Bytes that a file may have. A rendered chart has a few MiB at most. */
export const maxBytes = 16 * 1024 * 1024;

/** An artifact that says why a file, or a part of it, could not be read. */
export function unreadable(
  file: string,
  reason: Extract<Artifact, { role: 'unreadable' }>['reason'],
  problem: string,
  line?: number,
): Artifact {
  return { role: 'unreadable', source: { file }, reason, problem, ...(line === undefined ? {} : { line }) };
}
