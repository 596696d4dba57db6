import { groupBy } from '../../group-by';
import type { PodTemplate } from './pod';
import type { PodSelection } from './pod-selection';
import { TopologyCounter } from './topology-counter';
import type { TopologyDomains } from './topology-domains';

/** Every counter of placed pods, and which of them a pod of each template changes. */
export class Counters {
  readonly #byNamespace: ReadonlyMap<string, readonly PodTemplate[]>;
  readonly #changedBy: ReadonlyMap<PodTemplate, TopologyCounter[]>;

  constructor(readonly templates: readonly PodTemplate[]) {
    this.#byNamespace = groupBy(templates, ({ namespace }) => namespace);
    this.#changedBy = new Map(templates.map((template) => [template, []]));
  }

  /** A new counter of the selected pods. */
  counting(selection: PodSelection, domains: TopologyDomains): TopologyCounter {
    const counter = new TopologyCounter(domains);
    for (const template of this.selected(selection)) this.#changedBy.get(template)?.push(counter);
    return counter;
  }

  selected({ namespaces, matches }: PodSelection): readonly PodTemplate[] {
    const near = namespaces && [...new Set(namespaces)].flatMap((name) => this.#byNamespace.get(name) ?? []);
    return (near ?? this.templates).filter(matches);
  }

  /** Complete once every counter was made. */
  changedBy(template: PodTemplate): readonly TopologyCounter[] {
    return this.#changedBy.get(template) ?? [];
  }
}
