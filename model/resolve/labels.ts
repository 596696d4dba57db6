import type { ClusterDefinition } from '../definition/cluster-definition';
import type { NodeDefinition } from '../definition/node-definition';
import { byName } from './by-name';

/** What `{…}` in a label template may name. */
export const labelVariables = ['serves', 'domain', 'workerType', 'instanceType'] as const;
export type LabelVariable = (typeof labelVariables)[number];

/** Values of the label variables for one node; a variable that means nothing for it is missing. */
export function labelValues(
  definition: ClusterDefinition,
  node: NodeDefinition,
): Partial<Record<LabelVariable, string>> {
  const base = { instanceType: node.type };
  if (node.role === 'control-plane') return base;
  if (node.role === 'api') return { ...base, serves: node.serves, domain: node.serves };
  if (node.role === 'infrastructure') return { ...base, serves: node.serves };
  const worker = definition.workers[node.serves];
  return {
    ...base,
    serves: node.serves,
    ...(worker ? { domain: worker.domain, workerType: worker.type } : {}),
  };
}

/** Labels of a node, sorted by key. */
export function nodeLabels(definition: ClusterDefinition, node: NodeDefinition): Record<string, string> {
  const values = labelValues(definition, node);
  const templates = definition.roles[node.role]?.labels ?? {};
  return Object.fromEntries(byName(templates).map(([key, template]) => [key, fill(template, values)]));
}

function fill(template: string, values: Partial<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
