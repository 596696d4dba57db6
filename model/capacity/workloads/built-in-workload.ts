import type { KubernetesObject } from '../../kubernetes-object';
import { claimTemplate } from './claims';
import type { RawWorkloadSpec } from './raw-workloads';
import { deploymentRollout } from './rollout';
import type { Workload } from './workload';

/** Taints that the DaemonSet controller tolerates on behalf of every DaemonSet. */
const daemonTolerations = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/disk-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/pid-pressure', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' },
];

/** What a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob or Pod runs; nothing for other kinds. */
export function builtInWorkload(object: KubernetesObject): Workload | undefined {
  const spec = (object['spec'] ?? {}) as RawWorkloadSpec;
  const at = base(object, spec);
  const replicas = spec.replicas ?? 1;
  switch (object.kind) {
    case 'Deployment':
      return { ...at, replicas, ...deploymentRollout(spec.strategy, replicas) };
    case 'ReplicaSet':
      return { ...at, replicas };
    case 'StatefulSet':
      return {
        ...at,
        replicas,
        maxUnavailable: 1,
        claims: (spec.volumeClaimTemplates ?? []).map((claim) => claimTemplate(claim)),
      };
    case 'DaemonSet': {
      const tolerations = [...(at.spec.tolerations ?? []), ...daemonTolerations];
      return { ...at, spec: { ...at.spec, tolerations }, isDaemon: true, maxUnavailable: 1 };
    }
    case 'Job':
      return { ...at, isJob: true, replicas: jobPods(spec) };
    case 'CronJob': {
      const inner = spec.jobTemplate?.spec ?? {};
      return { ...base(object, inner), isJob: true, replicas: spec.suspend ? 0 : jobPods(inner) };
    }
    case 'Pod':
      return { ...at, podLabels: object.metadata.labels ?? {}, spec: spec as Workload['spec'] };
    default:
      return undefined;
  }
}

function base({ kind, metadata }: KubernetesObject, { template }: RawWorkloadSpec): Workload {
  return {
    kind,
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    podLabels: template?.metadata?.labels ?? {},
    spec: template?.spec ?? {},
    replicas: 1,
    surge: 0,
    maxUnavailable: 0,
    isDaemon: false,
    isJob: false,
    claims: [],
  };
}

function jobPods({ parallelism = 1, completions = Infinity }: RawWorkloadSpec): number {
  return Math.min(parallelism, completions);
}
