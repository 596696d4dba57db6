/** What the placement proof says of one workload. */
export interface WorkloadPrediction {
  /** Pods that it wants to run. */
  readonly pods: number;
  /** Nodes that its pods may run on. */
  readonly nodes: readonly string[];
  /** Pods that no node takes. */
  readonly unplaced: number;
  /** Why no node takes them, in the scheduler's words. */
  readonly refusal?: string;
}

/** By workload, e.g. `Deployment auth/auth-api`. */
export type Prediction = ReadonlyMap<string, WorkloadPrediction>;
