/** Priority classes of our own workloads, from the most to the least important. Controllers use Kubernetes's own. */
export const priorityClasses = {
  data: { value: 100_000, description: 'Databases, cache and broker: everything else waits for them.' },
  api: { value: 50_000, description: 'APIs that users wait for.' },
  worker: { value: 20_000, description: 'Workers: their tasks wait in a queue.' },
  tooling: { value: 10_000, description: 'Monitoring, Atlantis and hooks.' },
} as const;

export type PriorityClassName = keyof typeof priorityClasses;

/** Priority of what the cluster itself needs; Kubernetes defines it. */
export const systemPriority = 'system-cluster-critical';
