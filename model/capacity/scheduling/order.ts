import type { Board } from './board';
import type { Pod } from './pod';

/**
 * Pods of DaemonSets first, because they start with their node; then by priority, as the scheduler's queue does; then
 * those with the fewest nodes and the largest requests, which is the worst case solved first.
 */
export function inOrder(pods: readonly Pod[], board: Board): Pod[] {
  const keys = new Map(
    pods.map((pod) => {
      const { template, candidates } = board.template(pod);
      const { cpuMilli, memoryBytes } = template.requests;
      return [
        pod,
        [
          pod.onlyNode === undefined ? 1 : 0,
          -template.priority,
          template.podAffinity.length ? 1 : 0,
          candidates.length,
          -memoryBytes,
          -cpuMilli,
        ],
      ] as const;
    }),
  );
  return [...pods].sort((a, b) => {
    const [left, right] = [keys.get(a) ?? [], keys.get(b) ?? []];
    for (const [index, value] of left.entries()) {
      const difference = value - (right[index] ?? 0);
      if (difference) return difference;
    }
    return a.name < b.name ? -1 : 1;
  });
}
