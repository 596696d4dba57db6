import type { Cluster, Placement, Taint } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { controlPlaneTaint } from '../../model/resolve/nodes';
import { systemPlacement } from '../../model/system-placement';
import type { NodeAffinity, PodAntiAffinity, Toleration } from '../schemas/objects';

/** Required node affinity for exactly the nodes of a placement. */
export function nodeAffinity({ labels }: Placement): NodeAffinity {
  return required([byName(labels).map(([key, value]) => ({ key, values: [value] }))]);
}

/**
 * Tolerations of the taints that the placement's nodes carry, and of no other; to be spread. The API server drops an empty
 * list, and Argo CD would then see a difference for ever.
 */
export function tolerations({ tolerations: taints }: Placement): { tolerations?: Toleration[] } {
  return taints.length ? { tolerations: taints.map(toleration) } : {};
}

/** Node affinity and tolerations of a controller: the control plane and nodes without a taint. */
export function systemScheduling(cluster: Cluster) {
  const { terms, tolerations: taints } = systemPlacement(cluster);
  return { affinity: { nodeAffinity: required(terms) }, tolerations: taints.map(toleration) };
}

/** Node affinity and toleration of what has to run on the control plane itself. */
export function controlPlaneScheduling() {
  return {
    affinity: { nodeAffinity: required([[{ key: controlPlaneTaint.key }]]) },
    tolerations: [toleration(controlPlaneTaint)],
  };
}

/** Keeps replicas apart where there is a choice; a domain with one node still runs both there. */
export function preferApart(podLabels: Readonly<Record<string, string>>): PodAntiAffinity {
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: {
          labelSelector: { matchLabels: { ...podLabels } },
          topologyKey: 'kubernetes.io/hostname',
        },
      },
    ],
  };
}

function required(
  terms: readonly (readonly { readonly key: string; readonly values?: readonly string[] }[])[],
): NodeAffinity {
  return {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: terms.map((term) => ({
        matchExpressions: term.map(({ key, values }) =>
          values ? { key, operator: 'In', values: [...values] } : { key, operator: 'Exists' },
        ),
      })),
    },
  };
}

function toleration({ key, value, effect }: Taint): Toleration {
  return value === undefined
    ? { key, operator: 'Exists', effect }
    : { key, operator: 'Equal', value, effect };
}
