import type { RawContainer } from '../../model/capacity/scheduling/requests';
import type { ClaimTemplate, Workload } from '../../model/capacity/workloads/workload';
import type { KubernetesObject } from '../../model/kubernetes-object';

type StandInKind = 'DaemonSet' | 'Deployment' | 'StatefulSet';

const image = 'registry.k8s.io/pause:3.9';
const mark = 'rehearsal/stand-in';

/** What `restricted` asks for. Whether a chart's own pods comply is not for a stand-in to show. */
const podSecurity = { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } };
const containerSecurity = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

/** Kind of the object that stands in for a workload; an operator's pods are those of a StatefulSet. */
export function standInKind({ kind, isDaemon, claims }: Workload): StandInKind {
  if (isDaemon) return 'DaemonSet';
  return kind === 'Deployment' && !claims.length ? 'Deployment' : 'StatefulSet';
}

/**
 * Takes the place of pods that a chart, an operator or the bootstrap would start: the same requests, node selection and
 * volumes, so that admission and the scheduler see the load that the placement proof counts.
 */
export function standIn(workload: Workload): KubernetesObject {
  const kind = standInKind(workload);
  const { namespace, name, replicas, claims } = workload;
  const selector = { [mark]: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: { ...workload.podLabels, ...selector } },
        spec: podSpec(workload),
      },
      ...(kind === 'DaemonSet' ? {} : { replicas }),
      ...(kind === 'Deployment' ? { strategy: strategy(workload) } : {}),
      ...(kind === 'StatefulSet'
        ? {
            serviceName: name,
            podManagementPolicy: 'Parallel',
            volumeClaimTemplates: claims.map(volumeClaim),
          }
        : {}),
    },
  };
}

function podSpec({ spec }: Workload) {
  const containers = (list: readonly RawContainer[] | undefined, prefix: string) =>
    (list ?? []).map((container, index) => ({
      ...container,
      name: `${prefix}-${String(index)}`,
      image,
      securityContext: containerSecurity,
    }));
  return {
    ...spec,
    automountServiceAccountToken: false,
    securityContext: podSecurity,
    containers: containers(spec.containers, 'container'),
    ...(spec.initContainers ? { initContainers: containers(spec.initContainers, 'init') } : {}),
  };
}

function strategy({ surge, maxUnavailable }: Workload) {
  return surge === 0 && maxUnavailable === 0
    ? { type: 'Recreate' }
    : { type: 'RollingUpdate', rollingUpdate: { maxSurge: surge, maxUnavailable } };
}

function volumeClaim({ name, gib, storageClass }: ClaimTemplate) {
  return {
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: `${String(gib)}Gi` } },
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
    },
  };
}
