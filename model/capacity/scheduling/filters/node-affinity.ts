import type { SchedulerNode } from '../node';
import type { PodTemplate } from '../pod';
import { matchesAll, matchesTerm } from '../selectors';
import type { StaticFilter } from './filter';

/** Whether a node meets both the node selector and one alternative of the required node affinity. */
export function matchesNodes({ nodeSelector, nodeAffinity }: PodTemplate, node: SchedulerNode): boolean {
  return (
    matchesAll(nodeSelector, node.labels) &&
    (nodeAffinity === undefined || nodeAffinity.some((term) => matchesTerm(term, node)))
  );
}

export const nodeAffinity: StaticFilter = {
  name: 'NodeAffinity',
  reason: (template, node) =>
    matchesNodes(template, node) ? undefined : "node(s) didn't match Pod's node affinity/selector",
};
