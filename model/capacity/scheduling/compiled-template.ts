import type { PodTemplate } from './pod';
import type { TopologyCounter } from './topology-counter';

/** A spread constraint with the counter of its domains. */
export interface CompiledSpread {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** 1 where the pod counts itself, else 0. */
  readonly self: 0 | 1;
  readonly counter: TopologyCounter;
}

export interface WeightedCounter {
  readonly weight: number;
  readonly counter: TopologyCounter;
}

/** A template prepared against the nodes and against every other template. */
export interface CompiledTemplate {
  readonly template: PodTemplate;
  /** Indices of nodes that no static filter refuses. */
  readonly candidates: readonly number[];
  /** Pods that match all required affinity terms, one counter for each term's topology. */
  readonly affinity: readonly TopologyCounter[];
  /** Whether the pod meets its own affinity terms, which lets the first of its kind start. */
  readonly meetsOwnAffinity: boolean;
  readonly antiAffinity: readonly TopologyCounter[];
  /** Pods whose required anti-affinity names this pod. */
  readonly refusedBy: readonly TopologyCounter[];
  readonly spread: readonly CompiledSpread[];
  readonly preferred: readonly WeightedCounter[];
  /** Preference of each node by preferred node affinity; empty where the template has none. */
  readonly nodePreference: readonly number[];
  /** Every counter that a placed pod of this template changes. */
  readonly counts: readonly TopologyCounter[];
}
