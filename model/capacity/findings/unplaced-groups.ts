import type { ClusterPlacement } from '../placement/place-cluster';
import { fitError } from '../scheduling/fit-error';
import type { Unplaced } from '../scheduling/schedule';
import { cheapestFix } from './cheapest-fix';
import type { PlacementViolation } from './placement-rule';

/** Priority from which Kubernetes takes a pod for a part of the cluster itself. */
const systemPriority = 2_000_000_000;

/** Pods that the cluster cannot do without: DNS, network, storage, and whatever says so by its priority. */
export const isSystemPod = ({ pod: { template } }: Unplaced): boolean =>
  template.priority >= systemPriority || template.namespace === 'kube-system';

/** One violation for each workload, with what the scheduler would say of its first pod without a place. */
export function placeViolations(
  placement: ClusterPlacement,
  unplaced: readonly Unplaced[],
): PlacementViolation[] {
  const groups = new Map<string, Unplaced[]>();
  for (const one of unplaced) {
    const group = groups.get(one.pod.template.workload) ?? [];
    groups.set(one.pod.template.workload, [...group, one]);
  }
  return [...groups].flatMap(([path, group]) => {
    const [first] = group;
    if (!first) return [];
    const said = fitError(placement.nodes.length, first.refusals);
    const count = group.length === 1 ? first.pod.name : `${String(group.length)} pods`;
    return [{ path, problem: `has no node for ${count}: ${said}`, fix: cheapestFix(placement, first) }];
  });
}
