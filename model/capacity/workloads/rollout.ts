/** How a rolling update replaces pods. */
export interface Rollout {
  readonly surge: number;
  readonly maxUnavailable: number;
}

interface RawStrategy {
  readonly type?: string;
  readonly rollingUpdate?: {
    readonly maxSurge?: number | string;
    readonly maxUnavailable?: number | string;
  };
}

/**
 * Surge of a Deployment. Both default to 25 %: the surge rounds up, what may be missing rounds down, and if both come
 * to nothing one pod may be missing
 * (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment).
 */
export function deploymentRollout(strategy: RawStrategy | undefined, replicas: number): Rollout {
  if (strategy?.type === 'Recreate') return { surge: 0, maxUnavailable: replicas };
  const { maxSurge = '25%', maxUnavailable = '25%' } = strategy?.rollingUpdate ?? {};
  const surge = amount(maxSurge, replicas, Math.ceil);
  const missing = amount(maxUnavailable, replicas, Math.floor);
  return { surge, maxUnavailable: surge === 0 && missing === 0 ? 1 : missing };
}

function amount(value: number | string, replicas: number, round: (exact: number) => number): number {
  if (typeof value === 'number') return value;
  return value.endsWith('%') ? round((Number.parseFloat(value) * replicas) / 100) : Number(value);
}
