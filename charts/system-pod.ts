import type { Cluster } from '../model/cluster';
import type { ByteQuantity, CpuQuantity } from '../model/definition/quantity';
import type { PodValues } from './helm/values';
import { systemScheduling } from './pod/placement';
import { systemPriority } from './pod/priority';

/** Requests and memory limit of one container of a chart. */
export const resources = (cpu: CpuQuantity, memory: ByteQuantity, limit: ByteQuantity) => ({
  resources: { requests: { cpu, memory }, limits: { memory: limit } },
});

/** Values that put a chart's controller where controllers run. */
export function systemPod(
  cluster: Cluster,
  cpu: CpuQuantity,
  memory: ByteQuantity,
  limit: ByteQuantity,
): PodValues {
  return {
    ...systemScheduling(cluster),
    priorityClassName: systemPriority,
    ...resources(cpu, memory, limit),
  };
}
