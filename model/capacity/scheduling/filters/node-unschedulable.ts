import type { StaticFilter } from './filter';
import { tolerates } from './taint-toleration';

const cordoned = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' };

/** A cordoned node takes only pods that tolerate it, as those of DaemonSets do. */
export const nodeUnschedulable: StaticFilter = {
  name: 'NodeUnschedulable',
  reason: (template, node) =>
    node.unschedulable && !template.tolerations.some((toleration) => tolerates(toleration, cordoned))
      ? 'node(s) were unschedulable'
      : undefined,
};
