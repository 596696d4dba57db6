import { poll } from '../api/poll';
import type { Disagreement } from '../disagreement';
import { compare } from '../pods/compare';
import { creationRefusals } from '../pods/creation-refusals';
import { livePods, type LivePod } from '../pods/live-pods';
import type { Prediction } from '../pods/prediction';
import { isSettled, liveWorkloads } from '../pods/settled';
import type { Stage } from './stage';

/**
 * Waits until the controllers and the scheduler agree with the prediction, and reports what still differs when they do
 * not come to it in time. Resolves to the pods as they are then, and whether they agree.
 */
export async function comparePlacement(
  stage: Stage,
  during: string,
  prediction: Prediction,
  timeoutSeconds = 60,
): Promise<{ readonly pods: readonly LivePod[]; readonly agrees: boolean }> {
  let pods: readonly LivePod[] = [];
  let differences: readonly Disagreement[] = [];
  const agreed = await poll(
    async () => {
      const workloads = await liveWorkloads(stage);
      pods = await livePods(stage);
      const refusals = await creationRefusals(stage, workloads, pods);
      differences = [
        ...[...refusals].map(([object, refusal]): Disagreement => ({
          during,
          object,
          kubernetes: `refuses its pods: ${refusal}`,
          model: 'admits its pods',
        })),
        ...compare(during, prediction, pods),
      ];
      return (isSettled(workloads, pods, refusals) && !differences.length) || undefined;
    },
    { timeoutSeconds },
  );
  for (const difference of differences) stage.disagree(difference);
  if (!agreed && !differences.length)
    stage.disagree({
      during,
      object: 'controllers',
      kubernetes: `still have work to do after ${String(timeoutSeconds)} seconds`,
      model: 'expects them to settle',
    });
  return { pods, agrees: agreed === true };
}
