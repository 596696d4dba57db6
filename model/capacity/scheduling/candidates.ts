import type { Board, NodeState } from './board';
import { dynamicReasons, filtersFor } from './filters/dynamic-filters';
import type { Pod } from './pod';

const anotherNode = "node(s) didn't match Pod's node affinity/selector";
const none: ReadonlySet<string> = new Set();

/** Nodes that pass every filter now; nodes that are lost never do. */
export function feasible(pod: Pod, board: Board, lost: ReadonlySet<string> = none): NodeState[] {
  const compiled = board.template(pod);
  const filters = filtersFor(pod, compiled);
  const found: NodeState[] = [];
  for (const index of compiled.candidates) {
    const state = board.states[index];
    if (!state || lost.has(state.node.name)) continue;
    if (pod.onlyNode !== undefined && pod.onlyNode !== state.node.name) continue;
    if (!dynamicReasons(filters, pod, state, board, compiled).length) found.push(state);
  }
  return found;
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
    const own = compiled.staticReasons[state.index];
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
