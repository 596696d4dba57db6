import { tryPods } from '../placement/trial';
import { fitError } from '../scheduling/fit-error';
import { workloadId } from '../workloads/workload';
import { placementRule } from './placement-rule';

/** A rollout that may stop no pod first hangs for ever when the new one finds no node. */
export const rollingUpdatesHaveRoom = placementRule({
  code: 'rolling-updates-have-room',
  rule: 'A Deployment that starts new pods before it stops old ones has room for one more.',
  incidents: ['A39'],
  *check(placement) {
    const healthy = new Set(placement.steady.assignments.keys());
    for (const { workload, steady, surge } of placement.workloads) {
      const isPlaced = steady.every(({ name }) => healthy.has(name));
      if (!surge.length || workload.maxUnavailable > 0 || !isPlaced) continue;
      const unplaced = tryPods(placement.steady, surge.slice(0, 1), (trial) => trial.unplaced[0]);
      if (!unplaced) continue;
      yield {
        path: `${workloadId(workload)}: spec.strategy`,
        problem: `surges by ${String(workload.surge)} with nothing unavailable, and the new pod has no node: ${fitError(placement.nodes.length, unplaced.refusals)}`,
        fix: 'Set maxSurge: 0 and maxUnavailable: 1, lower its requests, or choose a larger type for its node.',
      };
    }
  },
});
