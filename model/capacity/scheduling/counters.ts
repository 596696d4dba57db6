import { LabelIndex } from '../../label-index';
import type { PodTemplate } from './pod';
import type { PodSelection } from './pod-selection';
import { TopologyCounter } from './topology-counter';
import type { TopologyDomains } from './topology-domains';

/** Every counter of placed pods, and which of them a pod of each template changes. */
export class Counters {
  readonly #byLabel: LabelIndex<PodTemplate>;
  readonly #changedBy: ReadonlyMap<PodTemplate, TopologyCounter[]>;

  constructor(templates: readonly PodTemplate[]) {
    this.#byLabel = new LabelIndex(templates);
    this.#changedBy = new Map(templates.map((template) => [template, []]));
  }

  /** A new counter of the selected pods. */
  counting(selection: PodSelection, domains: TopologyDomains): TopologyCounter {
    const counter = new TopologyCounter(domains);
    for (const template of this.selected(selection)) this.#changedBy.get(template)?.push(counter);
    return counter;
  }

  selected({ labels, matches }: PodSelection): readonly PodTemplate[] {
    return this.#byLabel.having(labels).filter(matches);
  }

  /** Complete once every counter was made. */
  changedBy(template: PodTemplate): readonly TopologyCounter[] {
    return this.#changedBy.get(template) ?? [];
  }
}
