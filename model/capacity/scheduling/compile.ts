import type { CompiledSpread, CompiledTemplate } from './compiled-template';
import { Counters } from './counters';
import { matchesNodes } from './filters/node-affinity';
import { untolerated } from './filters/taint-toleration';
import type { SchedulerNode } from './node';
import { NodeIndex } from './node-index';
import type { PodAffinityTerm, PodTemplate, TopologySpread, Weighted } from './pod';
import { intersectionOf, selectionOf, type NamespaceLabels, type PodSelection } from './pod-selection';
import { matchesAll, matchesTerm, requiredLabels } from './selectors';
import type { TopologyCounter } from './topology-counter';
import { topologyDomains } from './topology-domains';

/** Prepares templates: what never changes while pods are placed is decided once, not once a pod. */
export function compileTemplates(
  templates: readonly PodTemplate[],
  nodes: readonly SchedulerNode[],
  namespaceLabels: NamespaceLabels,
): Map<PodTemplate, CompiledTemplate> {
  const index = new NodeIndex(nodes);
  const counters = new Counters(templates);
  const selection = (term: PodAffinityTerm) => selectionOf(term, namespaceLabels);
  const counter = ({ topologyKey }: PodAffinityTerm, counted: PodSelection) =>
    counters.counting(counted, index.domains(topologyKey));
  const weighted = (terms: readonly Weighted<PodAffinityTerm>[], sign: 1 | -1) =>
    terms.map(({ weight, term }) => ({ weight: sign * weight, counter: counter(term, selection(term)) }));

  const refusals = new Map(templates.map((template) => [template, [] as TopologyCounter[]]));
  for (const template of templates)
    for (const term of template.podAntiAffinity) {
      const own = counter(term, onlyOf(template));
      for (const refused of counters.selected(selection(term))) refusals.get(refused)?.push(own);
    }
  return new Map(
    templates.map((template) => {
      const company = intersectionOf(template.podAffinity.map(selection));
      return [
        template,
        {
          template,
          candidates: index.candidates(template),
          affinity: template.podAffinity.map((term) => counter(term, company)),
          meetsOwnAffinity: company.matches(template),
          antiAffinity: template.podAntiAffinity.map((term) => counter(term, selection(term))),
          refusedBy: refusals.get(template) ?? [],
          spread: template.spread.map((constraint) => compileSpread(template, constraint, nodes, counters)),
          preferred: [...weighted(template.preferredNear, 1), ...weighted(template.preferredApart, -1)],
          nodePreference: nodePreference(template, nodes),
          counts: counters.changedBy(template),
        },
      ];
    }),
  );
}

const onlyOf = (template: PodTemplate): PodSelection => ({
  labels: Object.entries(template.labels),
  matches: (other) => other === template,
});

function nodePreference({ preferredNodes }: PodTemplate, nodes: readonly SchedulerNode[]): readonly number[] {
  if (!preferredNodes.length) return [];
  return nodes.map((node) =>
    preferredNodes.reduce((sum, { weight, term }) => sum + (matchesTerm(term, node) ? weight : 0), 0),
  );
}

/** Nodes that the pod cannot select are no domains of its spread, unless the constraint says so. */
function compileSpread(
  template: PodTemplate,
  constraint: TopologySpread,
  nodes: readonly SchedulerNode[],
  counters: Counters,
): CompiledSpread {
  const { topologyKey, maxSkew, minDomains, selector, honorsNodeAffinity, honorsTaints } = constraint;
  const keys = template.spread.map((other) => other.topologyKey);
  const domains = topologyDomains(
    nodes,
    topologyKey,
    (node) =>
      keys.every((key) => key in node.labels) &&
      (!honorsNodeAffinity || matchesNodes(template, node)) &&
      (!honorsTaints || !untolerated(template, node)),
  );
  const counted: PodSelection = {
    labels: requiredLabels(selector ?? []),
    matches: ({ namespace, labels }) =>
      namespace === template.namespace && selector !== undefined && matchesAll(selector, labels),
  };
  const self = counted.matches(template) ? 1 : 0;
  return { topologyKey, maxSkew, minDomains, self, counter: counters.counting(counted, domains) };
}
