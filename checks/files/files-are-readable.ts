import type { Artifacts } from '../artifacts/artifacts';
import type { Unreadable } from '../artifacts/artifact';
import { rule, type Rule, type Violation } from '../rule';

/** Files that were not read in full for one of some reasons. */
function* unreadableFor(artifacts: Artifacts, reasons: readonly Unreadable[]): Generator<Violation> {
  for (const { source, reason, problem, line } of artifacts.ofRole('unreadable'))
    if (reasons.includes(reason))
      yield {
        place: { source, path: source.file, pointer: [], ...(line === undefined ? {} : { line }) },
        problem,
      };
}

/** What a reader could not read is a finding, never a silence. */
export const fileRules: readonly Rule[] = [
  rule({
    code: 'files-can-be-parsed',
    rule: 'Every file is well-formed: a broken one is deployed in part, or not at all.',
    fix: 'Mend the syntax at the line.',
    incidents: ['B18', 'F08'],
    run: (artifacts) => unreadableFor(artifacts, ['syntax']),
  }),
  rule({
    code: 'keys-are-written-once',
    rule: 'A key is written once in its map: tools keep the first or the last, each its own.',
    fix: 'Keep one of them.',
    incidents: ['A31', 'D21'],
    run: (artifacts) => unreadableFor(artifacts, ['duplicate-key']),
  }),
  rule({
    code: 'files-can-be-read',
    rule: 'Every file of the tree is an ordinary text file of a sensible size.',
    fix: 'Take the file out of the tree, or replace the link by what it points at.',
    run: (artifacts) => unreadableFor(artifacts, ['too-large', 'not-text', 'not-a-file']),
  }),
  rule({
    code: 'files-are-understood',
    severity: 'warning',
    rule: 'Every file of the tree was understood, so that no rule passes because it saw nothing.',
    fix: 'Render templates before the check, or leave the file out of the directory.',
    run: (artifacts) => unreadableFor(artifacts, ['nothing-known']),
  }),
];
