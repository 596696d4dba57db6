import type { NodeTaint, SchedulerNode } from '../node';
import type { PodTemplate, Toleration } from '../pod';
import type { StaticFilter } from './filter';

/**
 * Whether a toleration covers a taint: an empty key with `Exists` covers all, an empty effect every effect
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/).
 */
export function tolerates({ key, operator, value, effect }: Toleration, taint: NodeTaint): boolean {
  if (effect !== undefined && effect !== taint.effect) return false;
  if (key === undefined) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || value === taint.value);
}

/** The first taint that keeps a pod away; `PreferNoSchedule` only makes a node less welcome. */
export function untolerated(template: PodTemplate, node: SchedulerNode): NodeTaint | undefined {
  return node.taints.find(
    (taint) =>
      taint.effect !== 'PreferNoSchedule' &&
      !template.tolerations.some((toleration) => tolerates(toleration, taint)),
  );
}

export const taintToleration: StaticFilter = {
  name: 'TaintToleration',
  reason: (template, node) => {
    const taint = untolerated(template, node);
    return taint && `node(s) had untolerated taint {${taint.key}: ${taint.value}}`;
  },
};
