/** What one EC2 instance type offers, in every region. */
export interface InstanceType {
  readonly vcpu: number;
  /** As AWS sells it; Linux shows less. */
  readonly memoryMiB: number;
  /**
   * `MemTotal` as Ubuntu shows it and the kubelet reports it as capacity: the hypervisor, the kernel image and the
   * crash kernel keep the rest. The low end of what is reported, so that a proof errs on the safe side.
   */
  readonly visibleMemoryMiB: number;
  /** Attachments at most, network interfaces and the root volume included (Nitro: one shared limit). */
  readonly attachments: number;
}

/**
 * The types that a definition may name, smallest first in each family.
 *
 * vCPU and memory: https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html and `…/co.html`.
 * Attachments: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-limits.html (28 for these Nitro types).
 * Visible memory: what operators report of these types under Ubuntu 22.04, rounded down; this project has not measured it.
 */
export const instanceTypes = {
  't3.nano': type(2, 512, 420),
  't3.micro': type(2, 1024, 930),
  't3.small': type(2, 2048, 1900),
  't3.medium': type(2, 4096, 3830),
  't3.large': type(2, 8192, 7830),
  't3.xlarge': type(4, 16384, 15700),
  't3.2xlarge': type(8, 32768, 31600),
  't3a.nano': type(2, 512, 420),
  't3a.micro': type(2, 1024, 930),
  't3a.small': type(2, 2048, 1900),
  't3a.medium': type(2, 4096, 3830),
  't3a.large': type(2, 8192, 7830),
  't3a.xlarge': type(4, 16384, 15700),
  't3a.2xlarge': type(8, 32768, 31600),
  'm6i.large': type(2, 8192, 7700),
  'm6i.xlarge': type(4, 16384, 15500),
  'm6i.2xlarge': type(8, 32768, 31300),
  'c6i.large': type(2, 4096, 3700),
  'c6i.xlarge': type(4, 8192, 7600),
  'c6i.2xlarge': type(8, 16384, 15500),
} as const satisfies Record<string, InstanceType>;

export type InstanceTypeName = keyof typeof instanceTypes;

function type(vcpu: number, memoryMiB: number, visibleMemoryMiB: number): InstanceType {
  return { vcpu, memoryMiB, visibleMemoryMiB, attachments: 28 };
}
