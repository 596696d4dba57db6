import { parseBytes, parseCpu } from '../../quantity/parse';
import { groupBy } from '../../group-by';
import type { WorkloadPods } from '../workloads/pods';
import { placementRule } from './placement-rule';

type Hard = Readonly<Record<string, string | number>>;

/** A ResourceQuota refuses pods before the scheduler sees them, so a rollout stops without a Pending pod to show for it. */
export const namespaceQuotasHoldThePeak = placementRule({
  code: 'namespace-quotas-hold-the-peak',
  rule: 'The ResourceQuota of a namespace admits all its pods, those of a rolling update and of its Jobs included.',
  *check(placement) {
    const byNamespace = groupBy(placement.workloads, ({ workload }) => workload.namespace);
    for (const { kind, metadata, spec } of placement.objects) {
      if (kind !== 'ResourceQuota') continue;
      const namespace = metadata.namespace ?? 'default';
      const hard = (spec as { hard?: Hard }).hard ?? {};
      for (const [resource, needs] of Object.entries(peakNeeds(byNamespace.get(namespace) ?? []))) {
        const limit = hard[resource];
        const admits = limit === undefined ? undefined : amount(resource, limit);
        if (admits === undefined || needs <= admits) continue;
        yield {
          path: `ResourceQuota ${namespace}/${metadata.name}: spec.hard["${resource}"]`,
          problem: `is ${String(limit)}, and the pods of ${namespace} need ${text(resource, needs)} at their peak`,
          fix: 'Raise the quota, or lower what the pods of the namespace ask for.',
        };
      }
    }
  },
});

/** What all pods of these workloads need at once, by the names that a quota uses. */
function peakNeeds(workloads: readonly WorkloadPods[]): Record<string, number> {
  const pods = workloads.flatMap(({ steady, surge }) => [...steady, ...surge]);
  const sum = (of: (pod: (typeof pods)[number]) => number) => pods.reduce((total, pod) => total + of(pod), 0);
  const cpu = sum(({ template }) => template.requests.cpuMilli);
  const memory = sum(({ template }) => template.requests.memoryBytes);
  const volumes = pods.flatMap((pod) => pod.volumes);
  return {
    pods: pods.length,
    cpu,
    memory,
    'requests.cpu': cpu,
    'requests.memory': memory,
    'limits.cpu': sum(({ template }) => template.limits.cpuMilli),
    'limits.memory': sum(({ template }) => template.limits.memoryBytes),
    'requests.storage': volumes.reduce((total, { gib }) => total + gib * 2 ** 30, 0),
    persistentvolumeclaims: new Set(volumes.map(({ claim }) => claim)).size,
  };
}

function amount(resource: string, value: string | number): number | undefined {
  if (resource.endsWith('cpu')) return parseCpu(String(value));
  return parseBytes(String(value));
}

function text(resource: string, value: number): string {
  if (resource.endsWith('cpu')) return `${String(value)}m`;
  return /memory|storage/.test(resource) ? `${String(Math.ceil(value / 2 ** 20))}Mi` : String(value);
}
