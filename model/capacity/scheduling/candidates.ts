import type { Board, NodeState } from './board';
import { dynamicReasons, filtersFor } from './filters/dynamic-filters';
import { staticReason } from './filters/static-filters';
import type { Pod } from './pod';

const anotherNode = "node(s) didn't match Pod's node affinity/selector";
const none: ReadonlySet<string> = new Set();

/** Nodes that pass every filter now; nodes that are lost never do. */
export function feasible(pod: Pod, board: Board, lost: ReadonlySet<string> = none): NodeState[] {
  const compiled = board.template(pod);
  const filters = filtersFor(pod, compiled);
  return candidates(pod, board).filter(
    (state) => !lost.has(state.node.name) && !dynamicReasons(filters, pod, state, board, compiled).length,
  );
}

/** Nodes that no static filter refuses; the one that a DaemonSet made the pod for, where it did. */
function candidates(pod: Pod, board: Board): readonly NodeState[] {
  if (pod.onlyNode === undefined)
    return board.template(pod).candidates.flatMap((index) => board.states[index] ?? []);
  const state = board.state(pod.onlyNode);
  return state && staticReason(pod.template, state.node) === undefined ? [state] : [];
}

/** Why each node refuses a pod, in the scheduler's words; nodes that would take it have no entry. */
export function refusals(
  pod: Pod,
  board: Board,
  lost: ReadonlySet<string> = none,
): Map<string, readonly string[]> {
  const compiled = board.template(pod);
  const filters = filtersFor(pod, compiled);
  const reasonsAt = (state: NodeState): readonly string[] => {
    const own = staticReason(pod.template, state.node);
    if (own !== undefined) return [own];
    if (pod.onlyNode !== undefined && pod.onlyNode !== state.node.name) return [anotherNode];
    return dynamicReasons(filters, pod, state, board, compiled);
  };
  const alive = board.states.filter(({ node }) => !lost.has(node.name));
  return new Map(
    alive
      .map((state) => [state.node.name, reasonsAt(state)] as const)
      .filter(([, reasons]) => reasons.length > 0),
  );
}
