/** Annotation of Argo CD. */
const argocd = (key: string) => `argocd.argoproj.io/${key}`;

/** Place of an object among those of its Application; the lower is applied first and must be healthy first. */
export type InnerStage = 'first' | 'main' | 'after' | 'last';

const innerWaves: Readonly<Record<InnerStage, number>> = { first: -1, main: 0, after: 1, last: 2 };

/** Puts an object into its Application's order. */
export const inStage = (stage: InnerStage) => ({ [argocd('sync-wave')]: String(innerWaves[stage]) });

/** Argo CD asks before it prunes or deletes an object that holds data. */
export const holdsData = { [argocd('sync-options')]: 'Prune=confirm,Delete=confirm' };

/** Keeps an object apart from pruning, for custom resources whose definition comes with the same sync. */
export const skipDryRun = { [argocd('sync-options')]: 'SkipDryRunOnMissingResource=true' };

/** Makes an object a hook that replaces its own earlier run. */
export const hook = (phase: 'PreSync' | 'Sync' | 'PostSync', wave = 0) => ({
  [argocd('hook')]: phase,
  [argocd('hook-delete-policy')]: 'BeforeHookCreation',
  [argocd('sync-wave')]: String(wave),
});
