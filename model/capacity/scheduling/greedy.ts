import type { Board, NodeState } from './board';
import { feasible } from './candidates';
import type { Pod } from './pod';
import { preferred } from './prefer';

/**
 * Places pods one after another and gives back those without a place. Repeats while that places anything: a pod that
 * wants company may only start after it has come.
 *
 * @param lost nodes that take nothing
 */
export function placeGreedily(
  order: readonly Pod[],
  board: Board,
  places: Map<Pod, NodeState>,
  lost: ReadonlySet<string> = new Set(),
): readonly Pod[] {
  let waiting = order;
  for (;;) {
    const left = waiting.filter((pod) => !place(pod, board, places, lost));
    if (!left.length || left.length === waiting.length) return left;
    waiting = left;
  }
}

function place(pod: Pod, board: Board, places: Map<Pod, NodeState>, lost: ReadonlySet<string>): boolean {
  const choice = preferred(pod, board, feasible(pod, board, lost));
  if (!choice) return false;
  board.add(pod, choice);
  places.set(pod, choice);
  return true;
}
