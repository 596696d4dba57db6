import type { KubernetesObject } from '../../kubernetes-object';
import type { SchedulerNode } from '../scheduling/node';

interface RawTopology {
  readonly matchLabelExpressions?: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/** Zones in which a storage class may create volumes, by class; a class without `allowedTopologies` has no entry. */
export function storageZones(
  objects: readonly KubernetesObject[],
  nodes: readonly SchedulerNode[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    objects
      .filter(({ kind }) => kind === 'StorageClass')
      .flatMap(({ metadata, allowedTopologies }) => {
        const topologies = (allowedTopologies ?? []) as readonly RawTopology[];
        if (!topologies.length) return [];
        const zones = nodes.filter(({ labels }) => allows(topologies, labels)).map(({ zone }) => zone);
        return [[metadata.name, [...new Set(zones)].sort()] as const];
      }),
  );
}

const allows = (topologies: readonly RawTopology[], labels: Readonly<Record<string, string>>): boolean =>
  topologies.some(({ matchLabelExpressions = [] }) =>
    matchLabelExpressions.every(({ key, values }) => values.includes(labels[key] ?? '')),
  );
