import { groupBy } from '../../group-by';
import { Board, type NodeState } from './board';
import { refusals } from './candidates';
import type { NamespaceLabels } from './pod-selection';
import { placeGreedily } from './greedy';
import type { SchedulerNode } from './node';
import { inOrder } from './order';
import type { Pod, PodTemplate } from './pod';
import { searchPlacement } from './search';

/** A pod that no node takes. */
export interface Unplaced {
  readonly pod: Pod;
  /** Reasons by node, in the scheduler's words. */
  readonly refusals: ReadonlyMap<string, readonly string[]>;
}

export interface ScheduleResult {
  /** Node of each pod, by the pod's name. */
  readonly assignments: ReadonlyMap<string, string>;
  /** Pods on each node that has any, by the node's name. */
  readonly podsOn: ReadonlyMap<string, readonly Pod[]>;
  readonly unplaced: readonly Unplaced[];
  readonly board: Board;
}

/**
 * Places pods one after another as kube-scheduler does. The result depends on nodes and pods only, never on the order
 * in which they are given. Where one after another fails, a bounded search looks for another arrangement, so that
 * more capacity can never turn a fitting set of pods into one that does not fit.
 *
 * @param templates also of pods that will be tried on the board later
 */
export function schedule(
  nodes: readonly SchedulerNode[],
  pods: readonly Pod[],
  namespaces: NamespaceLabels = {},
  templates: readonly PodTemplate[] = pods.map(({ template }) => template),
): ScheduleResult {
  const sortedNodes = [...nodes].sort((a, b) => (a.name < b.name ? -1 : 1));
  const board = new Board(sortedNodes, [...new Set(templates)], namespaces);
  const order = inOrder(pods, board);
  const places = new Map<Pod, NodeState>();
  const waiting = placeGreedily(order, board, places);
  if (waiting.length) searchPlacement(order, board, places);
  const placed = order.filter((pod) => places.has(pod));
  const nodeOf = (pod: Pod) => places.get(pod)?.node.name ?? '';
  return {
    assignments: new Map(placed.map((pod) => [pod.name, nodeOf(pod)])),
    podsOn: groupBy(placed, nodeOf),
    unplaced: order.filter((pod) => !places.has(pod)).map((pod) => ({ pod, refusals: refusals(pod, board) })),
    board,
  };
}
