import type { RawPodSpec } from '../scheduling/raw-pod-spec';

/** A volume that each replica gets for itself. */
export interface ClaimTemplate {
  readonly name: string;
  readonly gib: number;
  readonly storageClass?: string;
}

/** Anything that makes pods, whoever applies it. */
export interface Workload {
  /** `Deployment`, or the custom resource whose operator makes the pods. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly spec: RawPodSpec;
  /** Pods that run while nothing changes; one on each node that admits it where `isDaemon`. */
  readonly replicas: number;
  /** Pods that a rolling update runs beside them. */
  readonly surge: number;
  /** Pods that a rolling update may stop before their successors run. */
  readonly maxUnavailable: number;
  /** Pods of one node each. */
  readonly isDaemon: boolean;
  /** Runs to its end: it needs room now and then only. */
  readonly isJob: boolean;
  readonly claims: readonly ClaimTemplate[];
  /** Argo CD Application that applies it; none for what Ansible and kubeadm install. */
  readonly application?: string;
}

/** `Deployment auth/auth-api`, as findings and tables name it. */
export const workloadId = ({
  kind,
  namespace,
  name,
}: Pick<Workload, 'kind' | 'namespace' | 'name'>): string => `${kind} ${namespace}/${name}`;
