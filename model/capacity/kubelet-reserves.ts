import type { InstanceType } from '../aws/instance-types';

/** What a KubeletConfiguration keeps from pods; spread into it as it is. */
export interface KubeletReserves {
  readonly kubeReserved: ReservedResources;
  readonly systemReserved: ReservedResources;
  /** All four signals: naming one in a KubeletConfiguration clears the kubelet's defaults of the others. */
  readonly evictionHard: {
    readonly 'memory.available': `${number}Mi`;
    readonly 'nodefs.available': `${number}%`;
    readonly 'nodefs.inodesFree': `${number}%`;
    readonly 'imagefs.available': `${number}%`;
  };
  readonly maxPods: number;
}

export interface ReservedResources {
  readonly cpu: `${number}m`;
  readonly memory: `${number}Mi`;
  readonly 'ephemeral-storage': `${number}Gi`;
}

/**
 * The kubelet's own default. Calico's addresses come from an overlay, so network interfaces set no lower bound:
 * https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
 */
const maxPods = 110;

/** The kubelet's own default: below it, the kubelet evicts pods before Linux kills processes. */
const evictionMemoryMiB = 100;

/**
 * Reserves of one instance type; both the generated KubeletConfiguration and the placement proof use them.
 *
 * CPU of the Kubernetes daemons follows the curve that GKE and EKS publish: 6 % of the first core, 1 % of the second,
 * 0.5 % of the next two, 0.25 % of each further one (https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes).
 * Their memory does not: a quarter of the first 4 GiB is meant for nodes with a hundred pods, and would leave nothing of
 * a t3.micro. kubelet and containerd use about 100 MiB with the ten pods that such a node holds, hence 64 MiB and 4 %.
 * The system's share is what Ubuntu runs beside them: systemd, journald, chrony and the SSM agent.
 */
export function kubeletReserves({ vcpu, memoryMiB }: InstanceType): KubeletReserves {
  return {
    kubeReserved: {
      cpu: `${kubeCpuMilli(vcpu)}m`,
      memory: `${roundTo8(64 + memoryMiB * 0.04)}Mi`,
      'ephemeral-storage': '1Gi',
    },
    systemReserved: {
      cpu: '100m',
      memory: `${roundTo8(96 + memoryMiB * 0.01)}Mi`,
      'ephemeral-storage': '1Gi',
    },
    evictionHard: {
      'memory.available': `${evictionMemoryMiB}Mi`,
      'nodefs.available': '10%',
      'nodefs.inodesFree': '5%',
      'imagefs.available': '15%',
    },
    maxPods,
  };
}

function kubeCpuMilli(vcpu: number): number {
  const shares = [60, 10, 5, 5];
  const further = Math.max(0, vcpu - shares.length) * 2.5;
  return Math.ceil(shares.slice(0, vcpu).reduce((sum, share) => sum + share, 0) + further);
}

function roundTo8(mib: number): number {
  return Math.round(mib / 8) * 8;
}
