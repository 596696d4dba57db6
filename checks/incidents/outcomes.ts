import { placementRules } from '../../model/capacity/findings/placement-findings';
import { groupBy } from '../../model/group-by';
import { definitionRules } from '../../model/rules/definition-rules';
import { rules } from '../rules';
import type { Handling, Incident } from './incident';

/** How a recorded failure ends today. */
export interface Outcome {
  readonly incident: Incident;
  /** Rules over the definition: the failure cannot be written down any more. */
  readonly impossible: readonly string[];
  /** Rules over the outputs and over the placement of pods. */
  readonly caught: readonly string[];
  readonly handling?: Handling;
}

/** Codes of rules by the incidents that they are about. */
function codesByIncident(all: readonly { code: string; incidents?: readonly string[] }[]) {
  const named = all.flatMap(({ code, incidents = [] }) => incidents.map((id) => ({ id, code })));
  return groupBy(named, ({ id }) => id);
}

const impossible = codesByIncident(definitionRules);
const caught = codesByIncident([...rules, ...placementRules]);

const codes = (by: ReturnType<typeof codesByIncident>, { id }: Incident) =>
  (by.get(id) ?? []).map(({ code }) => code);

export function outcomeOf(incident: Incident): Outcome {
  return {
    incident,
    impossible: codes(impossible, incident),
    caught: codes(caught, incident).sort(),
    ...(incident.handling ? { handling: incident.handling } : {}),
  };
}
