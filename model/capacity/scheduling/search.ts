import type { Board, NodeState } from './board';
import { feasible } from './candidates';
import type { Pod } from './pod';

/** Placements tried before the search gives up; far above what a cluster of pinned pods needs. */
const budget = 20_000;

/**
 * Looks for an arrangement in which every pod has a place, by trying and taking back, and writes it to the board and to
 * `places`. Leaves both as they were where there is none, or none within the budget.
 */
export function searchPlacement(order: readonly Pod[], board: Board, places: Map<Pod, NodeState>): void {
  const before = new Map(places);
  for (const [pod, state] of before) board.remove(pod, state);
  places.clear();
  const movable = order.filter((pod) => pod.onlyNode === undefined);
  const fixed = order.filter((pod) => before.has(pod) && pod.onlyNode !== undefined);
  for (const pod of fixed) put(pod, before.get(pod), board, places);
  const everyDaemonRuns = order.every((pod) => pod.onlyNode === undefined || before.has(pod));
  const everyPodCan = movable.every((pod) => feasible(pod, board).length > 0 || wantsCompany(pod));
  if (everyDaemonRuns && everyPodCan && solve(movable, board, places)) return;
  for (const pod of fixed) {
    const state = before.get(pod);
    if (state) board.remove(pod, state);
  }
  places.clear();
  for (const [pod, state] of before) put(pod, state, board, places);
}

const wantsCompany = ({ template }: Pod): boolean => template.podAffinity.length > 0;

function put(pod: Pod, state: NodeState | undefined, board: Board, places: Map<Pod, NodeState>): void {
  if (!state) return;
  board.add(pod, state);
  places.set(pod, state);
}

/** Depth-first without recursion: a cluster may hold more pods than the stack holds frames. */
function solve(pods: readonly Pod[], board: Board, places: Map<Pod, NodeState>): boolean {
  const choices: NodeState[][] = [];
  let steps = 0;
  while (choices.length < pods.length || !pods.length) {
    const pod = pods[choices.length];
    if (!pod) return true;
    const open = feasible(pod, board);
    choices.push(open);
    while (!advance(pods, choices, board, places)) {
      choices.pop();
      const previous = pods[choices.length - 1];
      if (!previous || ++steps > budget) return unwind(pods, choices, board, places);
      takeBack(previous, board, places);
    }
    if (++steps > budget) return unwind(pods, choices, board, places);
  }
  return true;
}

/** Puts the deepest pod on its next open node. */
function advance(
  pods: readonly Pod[],
  choices: readonly NodeState[][],
  board: Board,
  places: Map<Pod, NodeState>,
): boolean {
  const pod = pods[choices.length - 1];
  const next = choices.at(-1)?.shift();
  if (!pod || !next) return false;
  put(pod, next, board, places);
  return true;
}

function takeBack(pod: Pod, board: Board, places: Map<Pod, NodeState>): void {
  const state = places.get(pod);
  if (!state) return;
  board.remove(pod, state);
  places.delete(pod);
}

function unwind(
  pods: readonly Pod[],
  choices: readonly unknown[],
  board: Board,
  places: Map<Pod, NodeState>,
): false {
  for (const pod of pods.slice(0, choices.length).reverse()) takeBack(pod, board, places);
  return false;
}
