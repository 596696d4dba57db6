import type { NodeState } from '../scheduling/board';
import { refusals } from '../scheduling/candidates';
import { placeGreedily } from '../scheduling/greedy';
import { inOrder } from '../scheduling/order';
import type { Pod } from '../scheduling/pod';
import type { ScheduleResult, Unplaced } from '../scheduling/schedule';

/** What came of pods that were placed in addition, for as long as somebody looked. */
export interface Trial {
  /** Node of each pod that found one. */
  readonly placed: ReadonlyMap<Pod, string>;
  readonly unplaced: readonly Unplaced[];
  /** What each node uses meanwhile. */
  readonly states: readonly NodeState[];
}

/** Places further pods beside those that run, lets `look` see the result, and takes them away again. */
export function tryPods<T>(
  { board }: ScheduleResult,
  pods: readonly Pod[],
  look: (trial: Trial) => T,
  lost: ReadonlySet<string> = new Set(),
): T {
  const places = new Map<Pod, NodeState>();
  const waiting = placeGreedily(inOrder(pods, board), board, places, lost);
  const seen = look({
    placed: new Map([...places].map(([pod, { node }]) => [pod, node.name])),
    unplaced: waiting.map((pod) => ({ pod, refusals: refusals(pod, board, lost) })),
    states: board.states,
  });
  for (const [pod, state] of places) board.remove(pod, state);
  return seen;
}
