import type { Node } from '../../model/cluster';
import { joinNodes, loseNode } from '../nodes/join';
import { livePods } from '../pods/live-pods';
import type { Predictor } from '../pods/predict';
import { comparePlacement } from './placement';
import type { Stage } from './stage';

/**
 * Loses each node in turn and brings it back; both times pods must be where the proof says. An only control plane is not
 * lost: nothing could move a pod without it. Resolves to the number of nodes that were lost.
 */
export async function rehearseNodeLoss(
  stage: Stage,
  nodes: readonly Node[],
  { predict, predictLoss }: Predictor,
): Promise<number> {
  const controlPlanes = nodes.filter(({ role }) => role === 'control-plane');
  const losable = nodes.filter((node) => node.role !== 'control-plane' || controlPlanes.length > 1);
  for (const node of losable) {
    const prediction = predictLoss(node.name, await livePods(stage));
    await loseNode(stage, node.name);
    await comparePlacement(stage, `loss of ${node.name}`, prediction);
    await joinNodes(stage, [node]);
    await comparePlacement(stage, `return of ${node.name}`, predict());
  }
  return losable.length;
}
