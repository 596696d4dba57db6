import { LabelIndex, type RequiredLabels } from '../../label-index';
import { staticReason } from './filters/static-filters';
import type { SchedulerNode } from './node';
import type { PodTemplate, Requirement } from './pod';
import { topologyDomains, type TopologyDomains } from './topology-domains';

interface IndexedNode {
  readonly index: number;
  readonly node: SchedulerNode;
  readonly labels: SchedulerNode['labels'];
}

/** Nodes by their labels, and by the domains of each topology key. */
export class NodeIndex {
  readonly #byLabel: LabelIndex<IndexedNode>;
  readonly #domains = new Map<string, TopologyDomains>();

  constructor(readonly nodes: readonly SchedulerNode[]) {
    this.#byLabel = new LabelIndex(nodes.map((node, index) => ({ index, node, labels: node.labels })));
  }

  /** Indices of the nodes that no static filter refuses, in order. */
  candidates(template: PodTemplate): readonly number[] {
    return this.#byLabel
      .having(required(template))
      .filter(({ node }) => staticReason(template, node) === undefined)
      .map(({ index }) => index);
  }

  /** Domains of every node, which counters of the same key share. */
  domains(topologyKey: string): TopologyDomains {
    const known = this.#domains.get(topologyKey);
    if (known) return known;
    const domains = topologyDomains(this.nodes, topologyKey);
    this.#domains.set(topologyKey, domains);
    return domains;
  }
}

/** Labels that every node must have which the template may run on. */
function required({ nodeSelector, nodeAffinity }: PodTemplate): RequiredLabels {
  const [only, ...others] = nodeAffinity ?? [];
  return [...nodeSelector, ...(only && !others.length ? only.labels : [])].flatMap(literal);
}

function literal({ key, operator, values }: Requirement): RequiredLabels {
  const [value, ...others] = values;
  return operator === 'In' && value !== undefined && !others.length ? [[key, value]] : [];
}
