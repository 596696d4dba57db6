import type { SchedulerNode } from '../node';
import type { PodTemplate } from '../pod';
import type { StaticFilter } from './filter';
import { nodeAffinity } from './node-affinity';
import { nodeName } from './node-name';
import { nodeUnschedulable } from './node-unschedulable';
import { taintToleration } from './taint-toleration';

/** In the order in which kube-scheduler runs its plugins: the first that refuses a node gives the reason. */
export const staticFilters: readonly StaticFilter[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
];

export function staticReason(template: PodTemplate, node: SchedulerNode): string | undefined {
  for (const { reason } of staticFilters) {
    const found = reason(template, node);
    if (found !== undefined) return found;
  }
  return undefined;
}
