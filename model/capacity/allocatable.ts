import type { InstanceType } from '../aws/instance-types';
import { parseBytes, parseCpu } from '../quantity/parse';
import { kubeletReserves } from './kubelet-reserves';

/** What a node offers to pods, in the scheduler's units. */
export interface Allocatable {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly ephemeralBytes: number;
  readonly pods: number;
  /** EBS volumes that pods can attach. */
  readonly volumes: number;
}

const gib = 2 ** 30;
const mib = 2 ** 20;

/** The root volume and the primary network interface share the instance's attachments with the volumes of pods. */
const ownAttachments = 2;

/**
 * Allocatable of a node as its kubelet computes it: capacity − kube-reserved − system-reserved − eviction threshold
 * (https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/). The eviction threshold counts for
 * memory and storage, never for CPU.
 */
export function allocatable(instance: InstanceType, rootVolumeGiB: number): Allocatable {
  const { kubeReserved, systemReserved, evictionHard, maxPods } = kubeletReserves(instance);
  const cpu = (text: string) => parseCpu(text) ?? 0;
  const bytes = (text: string) => parseBytes(text) ?? 0;
  const rootBytes = rootVolumeGiB * gib;
  return {
    cpuMilli: instance.vcpu * 1000 - cpu(kubeReserved.cpu) - cpu(systemReserved.cpu),
    memoryBytes:
      instance.visibleMemoryMiB * mib -
      bytes(kubeReserved.memory) -
      bytes(systemReserved.memory) -
      bytes(evictionHard['memory.available']),
    ephemeralBytes:
      rootBytes * (1 - Number.parseInt(evictionHard['nodefs.available'], 10) / 100) -
      bytes(kubeReserved['ephemeral-storage']) -
      bytes(systemReserved['ephemeral-storage']),
    pods: maxPods,
    volumes: instance.attachments - ownAttachments,
  };
}
