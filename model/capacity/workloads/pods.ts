import type { KubernetesObject } from '../../kubernetes-object';
import { staticReason } from '../scheduling/filters/static-filters';
import type { SchedulerNode } from '../scheduling/node';
import { parsePod } from '../scheduling/parse-pod';
import type { Pod, PodTemplate, PodVolume } from '../scheduling/pod';
import { storageGiB } from './claims';
import { containerDefaults, withDefaults } from './limit-range';
import type { RawClaim } from './raw-workloads';
import { storageZones } from './storage-zones';
import { workloadId, type Workload } from './workload';

/** A workload with its pods: those that always run, and those of a rolling update. */
export interface WorkloadPods {
  readonly workload: Workload;
  readonly template: PodTemplate;
  readonly steady: readonly Pod[];
  readonly surge: readonly Pod[];
}

/** Priorities that Kubernetes defines itself. */
const builtInPriorities: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};

/** Pods of every workload on these nodes. */
export function podsOf(
  workloads: readonly Workload[],
  nodes: readonly SchedulerNode[],
  objects: readonly KubernetesObject[],
): WorkloadPods[] {
  const priorities = priorityValues(objects);
  const sizes = claimSizes(objects);
  const defaults = containerDefaults(objects);
  const zones = storageZones(objects, nodes);
  return workloads.map((workload) => {
    const { spec, namespace } = workload;
    const priority = priorities[spec.priorityClassName ?? ''] ?? 0;
    const template = parsePod(
      { workload: workloadId(workload), namespace, labels: workload.podLabels, priority },
      withDefaults(spec, defaults.get(namespace)),
    );
    const pod = (suffix: string, extra: Partial<Pod> = {}): Pod => ({
      name: `${namespace}/${workload.name}-${suffix}`,
      template,
      volumes: podVolumes(workload, suffix, sizes, zones),
      ...extra,
    });
    const count = (length: number, from = 0) => Array.from({ length }, (_, index) => String(from + index));
    return {
      workload,
      template,
      steady: workload.isDaemon
        ? nodes
            .filter((node) => staticReason(template, node) === undefined)
            .map((node) => pod(node.name, { onlyNode: node.name }))
        : count(workload.replicas).map((suffix) => pod(suffix)),
      surge: count(workload.surge, workload.replicas).map((suffix) => pod(suffix)),
    };
  });
}

/** Claims of the replica's own, and those that all replicas name together. */
function podVolumes(
  workload: Workload,
  replica: string,
  sizes: ReadonlyMap<string, number>,
  zones: ReadonlyMap<string, readonly string[]>,
): PodVolume[] {
  const { namespace, name } = workload;
  const shared = (workload.spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [`${namespace}/${persistentVolumeClaim.claimName}`] : [],
  );
  return [
    ...workload.claims.map((claim) => {
      const allowedZones = zones.get(claim.storageClass ?? '');
      return {
        claim: `${namespace}/${claim.name}-${name}-${replica}`,
        gib: claim.gib,
        ...(allowedZones ? { allowedZones } : {}),
      };
    }),
    ...shared.map((claim) => ({ claim, gib: sizes.get(claim) ?? 0 })),
  ];
}

function priorityValues(objects: readonly KubernetesObject[]): Readonly<Record<string, number>> {
  const classes = objects.filter(({ kind }) => kind === 'PriorityClass');
  const own = classes.map(({ metadata, value }) => [metadata.name, Number(value ?? 0)] as const);
  const byDefault = classes.find(({ globalDefault }) => globalDefault === true);
  return {
    ...builtInPriorities,
    ...Object.fromEntries(own),
    ...(byDefault ? { '': Number(byDefault['value'] ?? 0) } : {}),
  };
}

function claimSizes(objects: readonly KubernetesObject[]): ReadonlyMap<string, number> {
  return new Map(
    objects
      .filter(({ kind }) => kind === 'PersistentVolumeClaim')
      .map(({ metadata, spec }) => [
        `${metadata.namespace ?? 'default'}/${metadata.name}`,
        storageGiB((spec as RawClaim['spec'])?.resources?.requests?.storage),
      ]),
  );
}
