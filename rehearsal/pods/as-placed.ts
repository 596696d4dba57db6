import { groupBy } from '../../model/group-by';
import type { ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { schedule } from '../../model/capacity/scheduling/schedule';
import type { Workload } from '../../model/capacity/workloads/workload';
import type { LivePod } from './live-pods';

/**
 * The placement proof with every pod where the scheduler really put it. What a loss leaves depends on where pods were, and
 * among several allowed nodes that is the scheduler's choice.
 */
export function asPlaced(
  placement: ClusterPlacement,
  live: readonly LivePod[],
  liveName: (workload: Workload) => string,
): ClusterPlacement {
  const { workloads, nodes, namespaces } = placement;
  const pinned = workloads
    .filter(({ workload }) => !workload.isJob)
    .flatMap(({ workload, steady }) => {
      const own = live
        .filter((pod) => pod.workload === liveName(workload))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      return steady.map((pod, index) => {
        const node = own[index]?.node;
        return pod.onlyNode !== undefined || node === undefined ? pod : { ...pod, onlyNode: node };
      });
    });
  const templates = workloads.map(({ template }) => template);
  const steady = schedule(nodes, pinned, namespaces, templates);
  // Pinned only to be put there: a loss moves them as it would any other.
  const podsOn = groupBy(placement.pods, ({ name }) => steady.assignments.get(name) ?? '');
  return { ...placement, steady: { ...steady, podsOn } };
}
