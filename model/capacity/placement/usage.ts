import type { NodeState } from '../scheduling/board';
import type { ClusterPlacement } from './place-cluster';
import { tryPods } from './trial';

/** What pods ask of one node, against what it offers. */
export interface NodeUsage {
  readonly node: string;
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly pods: number;
  readonly volumes: number;
  readonly allocatable: NodeState['node']['allocatable'];
}

/** Use of every node while nothing changes. */
export function steadyUsage({ steady }: ClusterPlacement): NodeUsage[] {
  return steady.board.states.map(usage);
}

/** Use of every node with every rolling update and every Job at once: the worst hour. */
export function peakUsage({ steady, workloads }: ClusterPlacement): NodeUsage[] {
  const further = workloads.flatMap(({ workload, steady: own, surge }) => (workload.isJob ? own : surge));
  return tryPods(steady, further, ({ states }) => states.map(usage));
}

/** Use of one node as the board has it now. */
export function usage({ node, cpuMilli, memoryBytes, pods, claims }: NodeState): NodeUsage {
  return {
    node: node.name,
    cpuMilli,
    memoryBytes,
    pods,
    volumes: claims.size,
    allocatable: node.allocatable,
  };
}
