import type { ClusterPlacement } from '../placement/place-cluster';
import { tryPods } from '../placement/trial';
import { placementRule } from './placement-rule';
import { isSystemPod, placeViolations } from './unplaced-groups';

export const podsHaveAPlace = placementRule({
  code: 'pods-have-a-place',
  rule: 'Every pod fits a node: taints, selectors, requests, ports, volumes, affinity and spread, as kube-scheduler decides.',
  incidents: ['A39', 'C01', 'C02', 'C03', 'C04', 'C07', 'C12', 'C13'],
  *check(placement) {
    yield* placeViolations(
      placement,
      placement.steady.unplaced.filter((one) => !isSystemPod(one)),
    );
    yield* jobViolations(placement);
  },
});

export const systemAddonsHaveAPlace = placementRule({
  code: 'system-addons-have-a-place',
  rule: 'DNS, network, storage and every other part of the cluster itself has a node that takes it.',
  incidents: ['A38', 'B12'],
  check: (placement) => placeViolations(placement, placement.steady.unplaced.filter(isSystemPod)),
});

/** Each Job alone beside what always runs: they start at different times. */
function jobViolations(placement: ClusterPlacement) {
  return placement.workloads
    .filter(({ workload }) => workload.isJob)
    .flatMap(({ steady }) =>
      tryPods(placement.steady, steady, ({ unplaced }) => placeViolations(placement, unplaced)),
    );
}
