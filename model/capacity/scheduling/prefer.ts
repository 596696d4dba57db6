import type { Board, NodeState } from './board';
import type { Pod } from './pod';

/**
 * The node that kube-scheduler would rather use: preferred affinities first, then the least allocated, then the first
 * by name. Its exact score depends on what runs elsewhere and on chance; the proof only needs a plausible choice.
 */
export function preferred(pod: Pod, board: Board, candidates: readonly NodeState[]): NodeState | undefined {
  const { nodePreference, preferred: counters } = board.template(pod);
  let best: NodeState | undefined;
  let bestScore = -Infinity;
  for (const state of candidates) {
    let wishes = nodePreference[state.index] ?? 0;
    for (const { weight, counter } of counters) wishes += weight * (counter.at(state.index) ?? 0);
    const score = wishes * 1000 + leastAllocated(pod, state);
    if (score > bestScore) {
      best = state;
      bestScore = score;
    }
  }
  return best;
}

/** Kube-scheduler's LeastAllocated: mean of free CPU and memory after the pod, 0 to 100. */
function leastAllocated({ template: { requests } }: Pod, { node, cpuMilli, memoryBytes }: NodeState): number {
  const { allocatable } = node;
  const cpu = 1 - (cpuMilli + requests.cpuMilli) / allocatable.cpuMilli;
  const memory = 1 - (memoryBytes + requests.memoryBytes) / allocatable.memoryBytes;
  return (cpu + memory) * 50;
}
