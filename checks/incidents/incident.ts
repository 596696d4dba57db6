/** `Y`: provable from what the synth writes; `P`: in part; `N`: only while the cluster runs. */
export type Provable = 'Y' | 'P' | 'N';

/** What deals with a failure while the cluster runs. */
export interface Handling {
  /** File of the hook, playbook, role, runbook or object; a heading after `#`. */
  readonly where: string;
  readonly what: string;
}

/** A failure that was recorded, or found by reading. Which rules catch it follows from the rules themselves. */
export interface Incident {
  readonly id: string;
  readonly provable: Provable;
  readonly failed: string;
  readonly handling?: Handling;
}

export function incident(id: string, provable: Provable, failed: string, handling?: Handling): Incident {
  return { id, provable, failed, ...(handling ? { handling } : {}) };
}
