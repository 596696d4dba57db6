import type { KubernetesObject } from '../../kubernetes-object';
import type { RawPodSpec } from '../scheduling/raw-pod-spec';
import type { RawContainer } from '../scheduling/requests';
import { claimTemplate, storageGiB } from './claims';
import type { RawClaim } from './raw-workloads';
import type { Workload } from './workload';

interface OperatorSpec {
  readonly instances?: number;
  readonly replicas?: number;
  readonly resources?: NonNullable<RawContainer['resources']>;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly affinity?: Readonly<Record<string, unknown>>;
  readonly tolerations?: NonNullable<RawPodSpec['tolerations']>;
  readonly priorityClassName?: string;
  readonly storage?: {
    readonly size?: string;
    readonly storageClass?: string;
    readonly volumeClaimTemplate?: RawClaim;
  };
  readonly walStorage?: { readonly size?: string; readonly storageClass?: string };
  readonly persistence?: { readonly storage?: string; readonly storageClassName?: string };
}

/** Pods that an operator makes for one of its custom resources; nothing for kinds that make none. */
export function operatorWorkload(object: KubernetesObject): Workload | undefined {
  const [group] = object.apiVersion.split('/');
  switch (`${object.kind}.${group ?? ''}`) {
    case 'Cluster.postgresql.cnpg.io':
      return postgresql(object);
    case 'RabbitmqCluster.rabbitmq.com':
      return rabbitmq(object);
    case 'Prometheus.monitoring.coreos.com':
    case 'Alertmanager.monitoring.coreos.com':
      return prometheus(object);
    default:
      return undefined;
  }
}

/**
 * CloudNativePG: one pod an instance, replaced in place. Its affinity section also carries node selector and
 * tolerations (https://cloudnative-pg.io/documentation/current/scheduling/).
 */
function postgresql(object: KubernetesObject): Workload {
  const spec = (object['spec'] ?? {}) as OperatorSpec;
  const { nodeSelector, tolerations, nodeAffinity } = (spec.affinity ?? {}) as OperatorSpec & {
    nodeAffinity?: NonNullable<RawPodSpec['affinity']>['nodeAffinity'];
  };
  const volume = (name: string, storage: OperatorSpec['walStorage']) =>
    storage?.size === undefined
      ? []
      : [
          {
            name,
            gib: storageGiB(storage.size),
            ...(storage.storageClass === undefined ? {} : { storageClass: storage.storageClass }),
          },
        ];
  return {
    ...base(object, { 'cnpg.io/cluster': object.metadata.name }, spec.instances ?? 1),
    spec: {
      containers: [resources(spec.resources)],
      ...(nodeSelector ? { nodeSelector } : {}),
      ...(tolerations ? { tolerations } : {}),
      ...(nodeAffinity ? { affinity: { nodeAffinity } } : {}),
      ...(spec.priorityClassName ? { priorityClassName: spec.priorityClassName } : {}),
    },
    claims: [...volume('data', spec.storage), ...volume('wal', spec.walStorage)],
  };
}

/**
 * RabbitMQ cluster operator. Without resources a node asks for 1 CPU and 2 GiB, more than a small machine has; its
 * set-up container always asks for 500 MiB (https://www.rabbitmq.com/kubernetes/operator/using-operator#resource-reqs).
 */
function rabbitmq(object: KubernetesObject): Workload {
  const spec = (object['spec'] ?? {}) as OperatorSpec;
  const init = { cpu: '100m', memory: '500Mi' };
  const byDefault = { requests: { cpu: '1000m', memory: '2Gi' }, limits: { cpu: '2000m', memory: '2Gi' } };
  return {
    ...base(object, { 'app.kubernetes.io/name': object.metadata.name }, spec.replicas ?? 1),
    spec: {
      initContainers: [{ resources: { requests: init, limits: init } }],
      containers: [resources(spec.resources ?? byDefault)],
      ...scheduling(spec),
    },
    claims: [
      {
        name: 'persistence',
        gib: storageGiB(spec.persistence?.storage ?? '10Gi'),
        ...(spec.persistence?.storageClassName ? { storageClass: spec.persistence.storageClassName } : {}),
      },
    ],
  };
}

/** Prometheus operator: the pod's own container and a config reloader of 10m and 50 MiB. */
function prometheus(object: KubernetesObject): Workload {
  const spec = (object['spec'] ?? {}) as OperatorSpec;
  const claim = spec.storage?.volumeClaimTemplate;
  return {
    ...base(object, { 'app.kubernetes.io/name': object.kind.toLowerCase() }, spec.replicas ?? 1),
    spec: {
      containers: [resources(spec.resources), resources({ requests: { cpu: '10m', memory: '50Mi' } })],
      ...scheduling(spec),
    },
    claims: claim ? [claimTemplate(claim, object.kind.toLowerCase())] : [],
  };
}

function resources(of: RawContainer['resources']): RawContainer {
  return of ? { resources: of } : {};
}

function scheduling({ nodeSelector, affinity, tolerations, priorityClassName }: OperatorSpec): RawPodSpec {
  return {
    ...(nodeSelector ? { nodeSelector } : {}),
    ...(affinity ? { affinity: affinity as NonNullable<RawPodSpec['affinity']> } : {}),
    ...(tolerations ? { tolerations } : {}),
    ...(priorityClassName ? { priorityClassName } : {}),
  };
}

function base(
  { kind, metadata }: KubernetesObject,
  podLabels: Readonly<Record<string, string>>,
  replicas: number,
): Omit<Workload, 'spec' | 'claims'> {
  return {
    kind,
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    podLabels,
    replicas,
    surge: 0,
    maxUnavailable: 1,
    isDaemon: false,
    isJob: false,
  };
}
