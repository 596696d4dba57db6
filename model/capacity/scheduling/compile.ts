import type { CompiledSpread, CompiledTemplate, WeightedCounter } from './compiled-template';
import { staticReason } from './filters/static-filters';
import { matchesNodes } from './filters/node-affinity';
import { untolerated } from './filters/taint-toleration';
import type { SchedulerNode } from './node';
import type { PodAffinityTerm, PodTemplate, TopologySpread } from './pod';
import { matchesAll, matchesTerm } from './selectors';
import { TopologyCounter } from './topology-counter';

export type NamespaceLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Something that counts pods, and which templates it counts. */
interface Watch {
  readonly counter: TopologyCounter;
  readonly counts: (template: PodTemplate) => boolean;
}

/** Prepares templates: what never changes while pods are placed is decided once, not once a pod. */
export function compileTemplates(
  templates: readonly PodTemplate[],
  nodes: readonly SchedulerNode[],
  namespaces: NamespaceLabels,
): Map<PodTemplate, CompiledTemplate> {
  const selects = (term: PodAffinityTerm, other: PodTemplate) => selectsPod(term, other, namespaces);
  const watches: Watch[] = [];
  const watch = (topologyKey: string, counts: Watch['counts']): TopologyCounter => {
    const counter = new TopologyCounter(nodes, topologyKey);
    watches.push({ counter, counts });
    return counter;
  };
  const refusals: { term: PodAffinityTerm; counter: TopologyCounter }[] = [];
  const prepared = templates.map((template) => {
    const all = (other: PodTemplate) => template.podAffinity.every((term) => selects(term, other));
    for (const term of template.podAntiAffinity)
      refusals.push({ term, counter: watch(term.topologyKey, (other) => other === template) });
    return {
      template,
      affinity: template.podAffinity.map(({ topologyKey }) => watch(topologyKey, all)),
      meetsOwnAffinity: all(template),
      antiAffinity: template.podAntiAffinity.map((term) =>
        watch(term.topologyKey, (other) => selects(term, other)),
      ),
      spread: template.spread.map((constraint) => compileSpread(template, constraint, nodes, watches)),
      preferred: preferences(template, (term) => watch(term.topologyKey, (other) => selects(term, other))),
    };
  });
  return new Map(
    prepared.map((own) => [
      own.template,
      {
        ...own,
        ...compileNodes(own.template, nodes),
        refusedBy: refusals.filter(({ term }) => selects(term, own.template)).map(({ counter }) => counter),
        counts: watches.filter(({ counts }) => counts(own.template)).map(({ counter }) => counter),
      },
    ]),
  );
}

function selectsPod(term: PodAffinityTerm, pod: PodTemplate, namespaces: NamespaceLabels): boolean {
  if (!term.selector || !matchesAll(term.selector, pod.labels)) return false;
  if (term.namespaces.includes(pod.namespace)) return true;
  return (
    term.namespaceSelector !== undefined &&
    matchesAll(term.namespaceSelector, namespaces[pod.namespace] ?? {})
  );
}

function compileNodes(template: PodTemplate, nodes: readonly SchedulerNode[]) {
  const staticReasons = nodes.map((node) => staticReason(template, node));
  return {
    staticReasons,
    candidates: nodes.map((_, index) => index).filter((index) => staticReasons[index] === undefined),
    nodePreference: nodes.map((node) =>
      template.preferredNodes.reduce(
        (sum, { weight, term }) => sum + (matchesTerm(term, node) ? weight : 0),
        0,
      ),
    ),
  };
}

/** Nodes that the pod cannot select are no domains of its spread, unless the constraint says so. */
function compileSpread(
  template: PodTemplate,
  constraint: TopologySpread,
  nodes: readonly SchedulerNode[],
  watches: Watch[],
): CompiledSpread {
  const { topologyKey, maxSkew, minDomains, selector, honorsNodeAffinity, honorsTaints } = constraint;
  const keys = template.spread.map((other) => other.topologyKey);
  const counter = new TopologyCounter(
    nodes,
    topologyKey,
    (node) =>
      keys.every((key) => key in node.labels) &&
      (!honorsNodeAffinity || matchesNodes(template, node)) &&
      (!honorsTaints || !untolerated(template, node)),
  );
  const counts = (other: PodTemplate) =>
    other.namespace === template.namespace && selector !== undefined && matchesAll(selector, other.labels);
  watches.push({ counter, counts });
  return { topologyKey, maxSkew, minDomains, self: counts(template) ? 1 : 0, counter };
}

function preferences(
  template: PodTemplate,
  watch: (term: PodAffinityTerm) => TopologyCounter,
): WeightedCounter[] {
  return [
    ...template.preferredNear.map(({ weight, term }) => ({ weight, counter: watch(term) })),
    ...template.preferredApart.map(({ weight, term }) => ({ weight: -weight, counter: watch(term) })),
  ];
}
