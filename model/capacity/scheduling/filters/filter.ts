import type { Board, NodeState } from '../board';
import type { CompiledTemplate } from '../compiled-template';
import type { SchedulerNode } from '../node';
import type { Pod, PodTemplate } from '../pod';

/** Refuses a node whatever runs there: the pod's own wishes and the node's. */
export interface StaticFilter {
  /** Name of the kube-scheduler plugin. */
  readonly name: string;
  /** The scheduler's own words, or nothing where the node passes. */
  readonly reason: (template: PodTemplate, node: SchedulerNode) => string | undefined;
}

/** Refuses a node because of what runs there, or near it, already. */
export interface DynamicFilter {
  readonly name: string;
  /** Whether the filter could ever refuse this pod; asked once, so that most pods pass few filters. */
  readonly concerns: (pod: Pod, compiled: CompiledTemplate) => boolean;
  /** The scheduler's own words, one for each shortage; empty where the node passes. */
  readonly reasons: (
    pod: Pod,
    state: NodeState,
    board: Board,
    compiled: CompiledTemplate,
  ) => readonly string[];
}

/** The answer of a filter that lets a node pass, shared so that asking allocates nothing. */
export const passes: readonly string[] = [];
