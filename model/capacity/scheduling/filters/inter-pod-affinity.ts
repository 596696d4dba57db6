import type { CompiledTemplate } from '../compiled-template';
import type { TopologyCounter } from '../topology-counter';
import { passes, type DynamicFilter } from './filter';

const notNear = ["node(s) didn't match pod affinity rules"];
const tooNear = ["node(s) didn't match pod anti-affinity rules"];
const unwelcome = ["node(s) didn't satisfy existing pods anti-affinity rules"];

/**
 * Required pod affinity and anti-affinity, with the two rules that surprise: the first pod of a kind that wants its own
 * company may start alone, and the anti-affinity of a running pod also binds those that come later
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity).
 */
export const interPodAffinity: DynamicFilter = {
  name: 'InterPodAffinity',
  concerns: (_pod, { affinity, antiAffinity, refusedBy }) =>
    affinity.length + antiAffinity.length + refusedBy.length > 0,
  reasons: (_pod, { index }, _board, compiled) => {
    if (!isNear(compiled, index)) return notNear;
    if (isAnyNear(compiled.antiAffinity, index)) return tooNear;
    return isAnyNear(compiled.refusedBy, index) ? unwelcome : passes;
  },
};

function isAnyNear(counters: readonly TopologyCounter[], node: number): boolean {
  for (const counter of counters) if ((counter.at(node) ?? 0) > 0) return true;
  return false;
}

function isNear({ affinity, meetsOwnAffinity }: CompiledTemplate, node: number): boolean {
  if (!affinity.length) return true;
  if (affinity.some((counter) => counter.at(node) === undefined)) return false;
  if (affinity.every((counter) => (counter.at(node) ?? 0) > 0)) return true;
  return meetsOwnAffinity && affinity.every((counter) => counter.total === 0);
}
