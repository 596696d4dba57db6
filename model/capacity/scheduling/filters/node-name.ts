import type { StaticFilter } from './filter';

/** `spec.nodeName` names the one node. */
export const nodeName: StaticFilter = {
  name: 'NodeName',
  reason: (template, node) =>
    template.nodeName !== undefined && template.nodeName !== node.name
      ? "node(s) didn't match the requested node name"
      : undefined,
};
