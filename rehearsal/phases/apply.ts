import type { KubernetesObject } from '../../model/kubernetes-object';
import { applyObject } from '../api/apply';
import { poll } from '../api/poll';
import { asCompared, changedByServer, isSameState } from '../desired/differences';
import { objectName } from '../desired/sync-order';
import type { SyncStep } from '../desired/sync-plan';
import type { Stage } from './stage';

const accepted = 'accepts the object as it is in dist';

/** Applies every object in order; `afterStep` brings in what an object causes something else to install. */
export async function applyAll(
  stage: Stage,
  steps: readonly SyncStep[],
  afterStep: (step: SyncStep) => Promise<void>,
): Promise<void> {
  for (const step of steps) {
    await applyOne(stage, step);
    await afterStep(step);
  }
}

async function applyOne(stage: Stage, { object }: SyncStep): Promise<void> {
  const disagree = (kubernetes: string) => {
    stage.disagree({ during: 'apply', object: objectName(object), kubernetes, model: accepted });
  };
  const result = await applyObject(stage, object, (text) => {
    disagree(`warns: ${text}`);
  });
  if ('refused' in result) {
    disagree(`refuses: ${result.refused}`);
    return;
  }
  for (const change of changedByServer(asCompared(object), result.live))
    disagree(`keeps something else at ${change}`);
  if (object.kind === 'ResourceQuota') await quotaInForce(stage, object);
}

/** Quotas count only after their controller has looked at them once. */
async function quotaInForce(stage: Stage, quota: KubernetesObject): Promise<void> {
  const path = (await stage.resources.pathOf(quota)) ?? '';
  await poll(
    async () => {
      const { status } = (await stage.client.call('GET', path)) as { status?: { hard?: object } };
      return status?.hard;
    },
    { timeoutSeconds: 30 },
  );
}

/** Applies every object again: nothing may change, or Argo CD would sync for ever. */
export async function applyAgain(stage: Stage, steps: readonly SyncStep[]): Promise<void> {
  for (const { object } of steps) {
    const path = await stage.resources.pathOf(object);
    if (path === undefined) continue;
    const before = await stage.client.call('GET', path).catch(() => undefined);
    if (before === undefined) continue;
    const result = await applyObject(stage, object, () => undefined);
    if ('refused' in result || !isSameState(before as KubernetesObject, result.live))
      stage.disagree({
        during: 'second apply',
        object: objectName(object),
        kubernetes: 'refused' in result ? `refuses: ${result.refused}` : 'changes the object',
        model: 'a second apply changes nothing',
      });
  }
}
