import type { Disagreement } from '../disagreement';
import type { LivePod } from './live-pods';
import type { Prediction, WorkloadPrediction } from './prediction';

/**
 * Where the scheduler and the placement proof differ. A pod that may run on one node only must run there; where several
 * nodes are allowed the scheduler's scores may prefer another of them, and that is no difference.
 */
export function compare(
  during: string,
  predicted: Prediction,
  pods: readonly LivePod[],
): readonly Disagreement[] {
  const workloads = new Set([...predicted.keys(), ...pods.map(({ workload }) => workload)]);
  return [...workloads].sort().flatMap((workload) => {
    const own = pods.filter((pod) => pod.workload === workload);
    const prediction = predicted.get(workload);
    return differences(own, prediction).map(([kubernetes, model]) => ({
      during,
      object: workload,
      kubernetes,
      model,
    }));
  });
}

function differences(
  pods: readonly LivePod[],
  prediction: WorkloadPrediction | undefined,
): readonly (readonly [kubernetes: string, model: string])[] {
  const pending = pods.filter(({ node }) => node === undefined);
  if (!prediction && pods.every(({ isJob }) => isJob))
    return pending.map(({ refusal }) => [`leaves it pending: ${refusal ?? ''}`, 'has room for it']);
  if (!prediction) return [[`runs ${count(pods.length)}`, 'knows no such workload']];
  const found: [string, string][] = [];
  if (pods.length !== prediction.pods)
    found.push([`has ${count(pods.length)}`, `expects ${count(prediction.pods)}`]);
  if (pending.length !== prediction.unplaced)
    found.push([
      pending.length
        ? `leaves ${count(pending.length)} pending: ${pending[0]?.refusal ?? 'not looked at yet'}`
        : 'places every pod',
      prediction.unplaced
        ? `finds no place for ${count(prediction.unplaced)}: ${prediction.refusal ?? ''}`
        : `places every pod on ${prediction.nodes.join(', ')}`,
    ]);
  for (const { name, node } of pods)
    if (node !== undefined && !prediction.nodes.includes(node))
      found.push([`runs ${name} on ${node}`, `allows ${prediction.nodes.join(', ') || 'no node'}`]);
  return found;
}

const count = (pods: number): string => `${String(pods)} ${pods === 1 ? 'pod' : 'pods'}`;
