import { incidents as recorded } from '../../checks/incidents/incidents';
import { outcomeOf, type Outcome } from '../../checks/incidents/outcomes';
import { section, table } from '../format';
import { markup, type Html } from '../markup';

/** Every recorded failure and what stops it today. */
export function incidents(): Html {
  return section(
    'incidents',
    'Incidents',
    markup`<p>${recorded.length} recorded failures, and the check that guards each.</p>`,
    table(
      'Recorded failures',
      ['id', 'what failed', 'outcome'],
      recorded.map((one) => [one.id, one.failed, outcome(outcomeOf(one))]),
    ),
  );
}

function outcome({ impossible, caught, handling }: Outcome): Html[] {
  const rules = (codes: readonly string[]) => codes.map((code) => markup`<code>${code}</code> `);
  return [
    ...(impossible.length ? [markup`<p>cannot be written: ${rules(impossible)}</p>`] : []),
    ...(caught.length ? [markup`<p>caught: ${rules(caught)}</p>`] : []),
    ...(handling ? [markup`<p>at run time: <code>${handling.where}</code>: ${handling.what}</p>`] : []),
  ];
}
