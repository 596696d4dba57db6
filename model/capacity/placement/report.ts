import type { Finding } from '../../finding';
import { lossFindings, placementFindings } from '../findings/placement-findings';
import { fitError } from '../scheduling/fit-error';
import type { Unplaced } from '../scheduling/schedule';
import type { ClusterPlacement } from './place-cluster';
import { lose, usageAfterLoss, type Loss } from './loss';
import { peakUsage, steadyUsage, type NodeUsage } from './usage';

/** One node with what runs there. */
export interface NodeReport {
  readonly name: string;
  readonly type: string;
  readonly zone: string;
  readonly steady: NodeUsage;
  readonly peak: NodeUsage;
  /** Names of its pods, sorted. */
  readonly pods: readonly string[];
  /** What it uses after the loss that was asked about, and the pods that came to it. */
  readonly afterLoss?: { readonly usage: NodeUsage; readonly arrived: readonly string[] };
}

export interface WaitingPod {
  readonly pod: string;
  readonly workload: string;
  /** The scheduler's own line. */
  readonly reason: string;
}

/** Where pods run, as plain data: what `npm run place -- --json` prints. */
export interface PlacementReport {
  readonly cluster: string;
  readonly nodes: readonly NodeReport[];
  readonly waiting: readonly WaitingPod[];
  readonly findings: readonly Finding[];
  readonly loss?: {
    readonly nodes: readonly string[];
    readonly hasControlPlane: boolean;
    readonly moved: readonly { readonly pod: string; readonly to: string }[];
    readonly waiting: readonly WaitingPod[];
  };
}

/** @param lost nodes to lose at once; none for the cluster as it is */
export function placementReport(placement: ClusterPlacement, lost: readonly string[] = []): PlacementReport {
  const { cluster, nodes, steady } = placement;
  const loss = lost.length ? lose(placement, lost) : undefined;
  const after = usageByNode(loss ? usageAfterLoss(placement, lost) : []);
  const [calm, peak] = [usageByNode(steadyUsage(placement)), usageByNode(peakUsage(placement))];
  return {
    cluster: cluster.name,
    nodes: nodes.flatMap(({ name, zone }) => {
      const [own, most] = [calm.get(name), peak.get(name)];
      if (!own || !most) return [];
      const type = cluster.nodes[name]?.type ?? '';
      const usage = after.get(name);
      const arrived = [...(loss?.moved ?? [])].filter(([, to]) => to === name).map(([pod]) => pod.name);
      return [
        {
          name,
          type,
          zone,
          steady: own,
          peak: most,
          pods: (steady.podsOn.get(name) ?? []).map((pod) => pod.name).sort(),
          ...(usage ? { afterLoss: { usage, arrived: arrived.sort() } } : {}),
        },
      ];
    }),
    waiting: waiting(steady.unplaced, nodes.length),
    findings: [...placementFindings(placement), ...lossFindings(placement)],
    ...(loss ? { loss: lossReport(loss, nodes.length - lost.length) } : {}),
  };
}

function lossReport({ nodes, moved, homeless, hasControlPlane }: Loss, left: number) {
  return {
    nodes,
    hasControlPlane,
    moved: [...moved].map(([{ name }, to]) => ({ pod: name, to })).sort((a, b) => (a.pod < b.pod ? -1 : 1)),
    waiting: waiting(homeless, left),
  };
}

const waiting = (unplaced: readonly Unplaced[], nodes: number): WaitingPod[] =>
  unplaced
    .map(({ pod, refusals }) => ({
      pod: pod.name,
      workload: pod.template.workload,
      reason: fitError(nodes, refusals),
    }))
    .sort((a, b) => (a.pod < b.pod ? -1 : 1));

const usageByNode = (all: readonly NodeUsage[]): ReadonlyMap<string, NodeUsage> =>
  new Map(all.map((usage) => [usage.node, usage]));
