import { LabelIndex, type RequiredLabels } from '../../label-index';
import { staticReason } from './filters/static-filters';
import type { SchedulerNode } from './node';
import type { PodTemplate } from './pod';
import { requiredLabels } from './selectors';
import { topologyDomains, type TopologyDomains } from './topology-domains';

interface IndexedNode {
  readonly index: number;
  readonly node: SchedulerNode;
  readonly labels: SchedulerNode['labels'];
}

/** Nodes by their labels, and by the domains of each topology key. */
export class NodeIndex {
  readonly #byLabel: LabelIndex<IndexedNode>;
  readonly #candidates = new Map<string, readonly number[]>();
  readonly #domains = new Map<string, TopologyDomains>();

  constructor(readonly nodes: readonly SchedulerNode[]) {
    this.#byLabel = new LabelIndex(nodes.map((node, index) => ({ index, node, labels: node.labels })));
  }

  /** Indices of the nodes that no static filter refuses, in order; templates that ask alike are answered once. */
  candidates(template: PodTemplate): readonly number[] {
    const { nodeName, nodeSelector, nodeAffinity, tolerations } = template;
    const key = JSON.stringify([nodeName, nodeSelector, nodeAffinity, tolerations]);
    const known = this.#candidates.get(key);
    if (known) return known;
    const candidates = this.#byLabel
      .having(required(template))
      .filter(({ node }) => staticReason(template, node) === undefined)
      .map(({ index }) => index);
    this.#candidates.set(key, candidates);
    return candidates;
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
  return requiredLabels([...nodeSelector, ...(only && !others.length ? only.labels : [])]);
}
