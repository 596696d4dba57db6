import { placementRules } from '../../model/capacity/findings/placement-findings';
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

const codes = (all: readonly { code: string; incidents?: readonly string[] }[], id: string) =>
  all.filter(({ incidents }) => incidents?.includes(id)).map(({ code }) => code);

export function outcomeOf(incident: Incident): Outcome {
  return {
    incident,
    impossible: codes(definitionRules, incident.id),
    caught: codes([...rules, ...placementRules], incident.id).sort(),
    ...(incident.handling ? { handling: incident.handling } : {}),
  };
}
