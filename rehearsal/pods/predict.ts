import { lose } from '../../model/capacity/placement/loss';
import { placeCluster, type ClusterPlacement } from '../../model/capacity/placement/place-cluster';
import { staticReason } from '../../model/capacity/scheduling/filters/static-filters';
import { fitError } from '../../model/capacity/scheduling/fit-error';
import type { Unplaced } from '../../model/capacity/scheduling/schedule';
import type { WorkloadPods } from '../../model/capacity/workloads/pods';
import { workloadId, type Workload } from '../../model/capacity/workloads/workload';
import type { AppliedObject } from '../../model/capacity/workloads/workloads';
import type { Cluster } from '../../model/cluster';
import type { ObjectTree } from '../desired/tree';
import { foreignWorkloads } from '../stand-ins/due';
import { standInKind } from '../stand-ins/stand-in';
import { asPlaced } from './as-placed';
import type { LivePod } from './live-pods';
import type { Prediction, WorkloadPrediction } from './prediction';

/** The placement proof of one cluster, asked for what its pods will do. */
export interface Predictor {
  /** Workloads that the rehearsal has to start itself. */
  readonly standIns: readonly Workload[];
  /** While nothing changes. */
  readonly predict: () => Prediction;
  /** After the loss of a node, from where pods are now. */
  readonly predictLoss: (lost: string, pods: readonly LivePod[]) => Prediction;
}

export function predictorOf(cluster: Cluster, tree: ObjectTree): Predictor {
  const applied = [...tree].map(([file, object]): AppliedObject => {
    const application = /\/manifests\/([^/]+)\//.exec(file)?.[1];
    return { object, ...(application === undefined ? {} : { application }) };
  });
  const placement = placeCluster(cluster, applied);
  const standIns = foreignWorkloads(
    placement.workloads.map(({ workload }) => workload),
    tree.values(),
  );
  const foreign = new Set(standIns);
  const liveName = (workload: Workload) =>
    workloadId(foreign.has(workload) ? { ...workload, kind: standInKind(workload) } : workload);
  return {
    standIns,
    predict: () => predict(placement, liveName, placement.steady.unplaced),
    predictLoss: (lost, pods) => {
      const { homeless } = lose(asPlaced(placement, pods, liveName), [lost]);
      return predict(placement, liveName, homeless, lost);
    },
  };
}

/** What the placement proof expects of the pods that always run. */
function predict(
  placement: ClusterPlacement,
  liveName: (workload: Workload) => string,
  waiting: readonly Unplaced[],
  lost?: string,
): Prediction {
  return new Map(
    placement.workloads
      .filter(({ workload }) => !workload.isJob)
      .map((entry) => [liveName(entry.workload), predictOne(placement, entry, waiting, lost)]),
  );
}

function predictOne(
  { nodes }: ClusterPlacement,
  { template, steady }: WorkloadPods,
  waiting: readonly Unplaced[],
  lost: string | undefined,
): WorkloadPrediction {
  const left = nodes.filter(({ name }) => name !== lost);
  const unplaced = waiting.filter(({ pod }) => pod.template === template && pod.onlyNode === undefined);
  const [first] = unplaced;
  return {
    pods: steady.filter(({ onlyNode }) => onlyNode === undefined || onlyNode !== lost).length,
    nodes: left.filter((node) => staticReason(template, node) === undefined).map(({ name }) => name),
    unplaced: unplaced.length,
    ...(first ? { refusal: fitError(left.length, first.refusals) } : {}),
  };
}
