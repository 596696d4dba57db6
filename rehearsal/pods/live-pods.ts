import { list, type Stage } from '../phases/stage';

/** A pod as the scheduler left it. */
export interface LivePod {
  readonly name: string;
  /** What made it, in the words of the placement proof: `Deployment auth/auth-api`. */
  readonly workload: string;
  /** It runs to its end. */
  readonly isJob: boolean;
  readonly node?: string;
  /** The scheduler's own message, where no node takes the pod. */
  readonly refusal?: string;
}

interface Owner {
  readonly kind: string;
  readonly name: string;
  readonly controller?: boolean;
}

interface Owned {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly Owner[];
  };
}

interface RawPod extends Owned {
  readonly spec: { readonly nodeName?: string };
  readonly status: {
    readonly phase: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}

/** Pods that want to run; those that have finished or are going away are left out. */
export async function livePods(stage: Pick<Stage, 'client'>): Promise<readonly LivePod[]> {
  const [pods, replicaSets, jobs] = await Promise.all([
    list<RawPod>(stage, '/api/v1/pods'),
    list<Owned>(stage, '/apis/apps/v1/replicasets'),
    list<Owned>(stage, '/apis/batch/v1/jobs'),
  ]);
  const owners = new Map(
    [
      ...replicaSets.map((owned) => [`ReplicaSet ${key(owned)}`, controllerOf(owned)] as const),
      ...jobs.map((owned) => [`Job ${key(owned)}`, controllerOf(owned)] as const),
    ].filter(([, owner]) => owner !== undefined),
  );
  return pods
    .filter(({ metadata, status }) => !metadata.deletionTimestamp && !/Succeeded|Failed/.test(status.phase))
    .map((pod) => livePod(pod, owners));
}

function livePod(pod: RawPod, owners: ReadonlyMap<string, Owner | undefined>): LivePod {
  const { namespace, name } = pod.metadata;
  const owner = controllerOf(pod);
  const near = owner ? `${owner.kind} ${namespace}/${owner.name}` : `Pod ${namespace}/${name}`;
  const far = owners.get(near);
  const refused = pod.status.conditions?.find(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable',
  );
  return {
    name: `${namespace}/${name}`,
    workload: far ? `${far.kind} ${namespace}/${far.name}` : near,
    isJob: owner?.kind === 'Job',
    ...(pod.spec.nodeName === undefined ? {} : { node: pod.spec.nodeName }),
    ...(refused?.message === undefined ? {} : { refusal: refused.message }),
  };
}

const key = ({ metadata }: Owned): string => `${metadata.namespace}/${metadata.name}`;

const controllerOf = ({ metadata }: Owned): Owner | undefined =>
  metadata.ownerReferences?.find(({ controller }) => controller);
