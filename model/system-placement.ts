import type { Cluster, Placement, Taint } from './cluster';
import { byName } from './resolve/by-name';
import { controlPlaneTaint } from './resolve/nodes';

/** A label that a node must have: with one of the values, or with any. */
export interface NodeRequirement {
  readonly key: string;
  readonly values?: readonly string[];
}

/** Where controllers and operators may run: on nodes that meet all requirements of any one term. */
export interface SystemPlacement {
  readonly terms: readonly (readonly NodeRequirement[])[];
  readonly tolerations: readonly Taint[];
}

/** Controllers run on the control plane and on nodes without a taint, and nowhere else. */
export function systemPlacement({ domains, workers, data, monitoring }: Cluster): SystemPlacement {
  const placements = [
    ...Object.values(domains),
    ...Object.values(workers),
    ...Object.values(data),
    monitoring,
  ].map(({ placement }) => placement);
  const open = placements.filter(({ tolerations }) => !tolerations.length).map(term);
  const distinct = new Map(open.map((requirements) => [JSON.stringify(requirements), requirements]));
  return {
    terms: [
      [{ key: controlPlaneTaint.key }],
      ...[...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, requirements]) => requirements),
    ],
    tolerations: [controlPlaneTaint],
  };
}

const term = ({ labels }: Placement): NodeRequirement[] =>
  byName(labels).map(([key, value]) => ({ key, values: [value] }));
