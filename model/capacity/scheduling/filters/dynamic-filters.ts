import type { Board, NodeState } from '../board';
import type { CompiledTemplate } from '../compiled-template';
import type { Pod } from '../pod';
import { passes, type DynamicFilter } from './filter';
import { interPodAffinity } from './inter-pod-affinity';
import { nodePorts } from './node-ports';
import { nodeResourcesFit } from './node-resources-fit';
import { nodeVolumeLimits } from './node-volume-limits';
import { podTopologySpread } from './pod-topology-spread';
import { volumeBinding } from './volume-binding';

/** In the order in which kube-scheduler runs its plugins, after the static ones. */
export const dynamicFilters: readonly DynamicFilter[] = [
  nodePorts,
  nodeResourcesFit,
  nodeVolumeLimits,
  volumeBinding,
  podTopologySpread,
  interPodAffinity,
];

/** The filters that could refuse a pod at all. */
export function filtersFor(pod: Pod, compiled: CompiledTemplate): readonly DynamicFilter[] {
  return dynamicFilters.filter(({ concerns }) => concerns(pod, compiled));
}

/** Reasons of the first of these filters that refuses a node. */
export function dynamicReasons(
  filters: readonly DynamicFilter[],
  pod: Pod,
  state: NodeState,
  board: Board,
  compiled: CompiledTemplate,
): readonly string[] {
  for (const filter of filters) {
    const found = filter.reasons(pod, state, board, compiled);
    if (found.length) return found;
  }
  return passes;
}
