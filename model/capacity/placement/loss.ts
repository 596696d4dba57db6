import type { NodeState } from '../scheduling/board';
import { refusals } from '../scheduling/candidates';
import type { Pod } from '../scheduling/pod';
import type { Unplaced } from '../scheduling/schedule';
import type { ClusterPlacement } from './place-cluster';
import { tryPods, type Trial } from './trial';
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
}

/**
 * Takes nodes away and places what ran there on the others. Pods elsewhere stay where they are, pods of DaemonSets go
 * with their node, and a block volume keeps its pod in its zone. Without a control plane nothing is moved at all.
 */
export function lose(placement: ClusterPlacement, lost: readonly string[]): Loss {
  return whileLost(placement, lost, ({ placed, unplaced, hasControlPlane }) => ({
    nodes: lost,
    moved: placed,
    homeless: unplaced,
    hasControlPlane,
  }));
}

/** What every node uses after a loss; nothing on those that are lost. */
export function usageAfterLoss(placement: ClusterPlacement, lost: readonly string[]): NodeUsage[] {
  return whileLost(placement, lost, ({ states }) => states.map(usage));
}

interface Aftermath extends Trial {
  readonly hasControlPlane: boolean;
}

function whileLost<T>(
  { cluster, steady }: ClusterPlacement,
  lost: readonly string[],
  look: (aftermath: Aftermath) => T,
): T {
  const { board, podsOn } = steady;
  const gone = new Set(lost);
  const evicted = [...gone].flatMap((name) => {
    const state = board.state(name);
    return state ? (podsOn.get(name) ?? []).map((pod) => ({ pod, state })) : [];
  });
  for (const { pod, state } of evicted) board.remove(pod, state);
  const waiting = evicted.filter(({ pod }) => pod.onlyNode === undefined).map(keepVolumes);
  const hasControlPlane = Object.values(cluster.nodes).some(
    ({ role, name }) => role === 'control-plane' && !gone.has(name),
  );
  const seen = hasControlPlane
    ? tryPods(steady, waiting, (trial) => look({ ...trial, hasControlPlane }), gone)
    : look({
        placed: new Map(),
        unplaced: waiting.map((pod) => ({ pod, refusals: refusals(pod, board, gone) })),
        states: board.states,
        hasControlPlane,
      });
  for (const { pod, state } of evicted) board.add(pod, state);
  return seen;
}

/** Volumes were made where the pod ran, and stay there. */
function keepVolumes({ pod, state }: { pod: Pod; state: NodeState }): Pod {
  if (!pod.volumes.length) return pod;
  return { ...pod, volumes: pod.volumes.map((volume) => ({ ...volume, zone: state.node.zone })) };
}
