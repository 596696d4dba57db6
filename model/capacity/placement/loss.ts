import type { NodeState } from '../scheduling/board';
import { refusals } from '../scheduling/candidates';
import type { Pod } from '../scheduling/pod';
import type { Unplaced } from '../scheduling/schedule';
import type { ClusterPlacement } from './place-cluster';
import { tryPods } from './trial';
import { usage, type NodeUsage } from './usage';

/** What happens when nodes are lost at once. */
export interface Loss {
  readonly nodes: readonly string[];
  /** Pods that start again elsewhere, with their new node. */
  readonly moved: ReadonlyMap<Pod, string>;
  /** Pods that wait until a node comes back. */
  readonly homeless: readonly Unplaced[];
  /** Whether a control plane remains that can move anything. */
  readonly hasControlPlane: boolean;
  /** What every node uses afterwards; nothing on those that are lost. */
  readonly usage: readonly NodeUsage[];
}

/**
 * Takes nodes away and places what ran there on the others. Pods elsewhere stay where they are, pods of DaemonSets go
 * with their node, and a block volume keeps its pod in its zone. Without a control plane nothing is moved at all.
 */
export function lose(placement: ClusterPlacement, lost: readonly string[]): Loss {
  const { cluster, steady, pods } = placement;
  const gone = new Set(lost);
  const states = new Map(steady.board.states.map((state) => [state.node.name, state]));
  const evicted = pods.flatMap((pod) => {
    const state = states.get(steady.assignments.get(pod.name) ?? '');
    return state && gone.has(state.node.name) ? [{ pod, state }] : [];
  });
  for (const { pod, state } of evicted) steady.board.remove(pod, state);
  const waiting = evicted.filter(({ pod }) => pod.onlyNode === undefined).map(keepVolumes);
  const hasControlPlane = Object.values(cluster.nodes).some(
    ({ role, name }) => role === 'control-plane' && !gone.has(name),
  );
  const loss = hasControlPlane
    ? tryPods(
        steady,
        waiting,
        ({ placed, unplaced, states: after }) => ({
          moved: placed,
          homeless: unplaced,
          usage: after.map(usage),
        }),
        gone,
      )
    : {
        moved: new Map<Pod, string>(),
        homeless: waiting.map((pod) => ({ pod, refusals: refusals(pod, steady.board, gone) })),
        usage: steady.board.states.map(usage),
      };
  for (const { pod, state } of evicted) steady.board.add(pod, state);
  return { nodes: lost, hasControlPlane, ...loss };
}

/** Volumes were made where the pod ran, and stay there. */
function keepVolumes({ pod, state }: { pod: Pod; state: NodeState }): Pod {
  if (!pod.volumes.length) return pod;
  return { ...pod, volumes: pod.volumes.map((volume) => ({ ...volume, zone: state.node.zone })) };
}
