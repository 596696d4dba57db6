/**
 * Named stages of a sync and their order. Argo CD sync waves are derived from this table and written nowhere else.
 * Gaps leave room: a new stage never renumbers another.
 */
export const stages = {
  namespaces: -1,
  infrastructure: 0,
  platform: 10,
  'alb-controller': 20,
  monitoring: 40,
  'data-operators': 50,
  'data-clusters': 60,
  'gitops-tools': 70,
  workers: 75,
  'api-first': 81,
  'api-second': 82,
  'api-third': 83,
} as const;

export type Stage = keyof typeof stages;

/** Stages that an API domain can sync in. */
export type ApiStage = Extract<Stage, `api-${string}`>;
