import * as v from 'valibot';
import type { Violation } from '../rule';
import type { Place } from '../artifacts/subject';
import type { Pointer } from '../artifacts/value';

/** One violation for each key or value that a schema refuses. */
export function* schemaViolations(
  schema: v.GenericSchema,
  value: unknown,
  place: (...pointer: Pointer) => Place,
): Iterable<Violation> {
  const { issues = [] } = v.safeParse(schema, value);
  for (const issue of issues) {
    const pointer = (issue.path ?? []).map(({ key }) => key as string | number);
    const problem = issue.expected === 'never' ? 'is no key of this file' : `is ${issue.received}`;
    yield { place: place(...pointer), problem: `${problem}; expected ${issue.expected ?? issue.message}` };
  }
}
