import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, list, text, texts } from '../artifacts/value';
import { builtIn } from '../knowledge/built-in';
import { rule } from '../rule';
import type { NamespacedIndex } from './namespaced-index';
import { serviceIndex } from './services';

export const monitorsSelectServices = rule({
  code: 'monitors-select-services',
  rule: 'A ServiceMonitor selects a Service by its labels, and scrapes a port that it names.',
  fix: 'Use the labels and the port name of the Service.',
  incidents: ['E32', 'H08'],
  *run(artifacts) {
    const index = artifacts.derive(serviceIndex);
    for (const monitor of artifacts.objects.ofKind('ServiceMonitor')) {
      const services = selected(monitor, index);
      if (services === 'elsewhere') continue;
      if (!services.length) {
        yield { place: monitor.at('spec', 'selector'), problem: 'matches no Service' };
        continue;
      }
      for (const [index, endpoint] of list(monitor.value, 'spec', 'endpoints').entries()) {
        const port = text(endpoint, 'port');
        const names = services.flatMap(({ value }) =>
          list(value, 'spec', 'ports').map((one) => text(one, 'name')),
        );
        if (port !== undefined && !names.includes(port))
          yield {
            place: monitor.at('spec', 'endpoints', index, 'port'),
            problem: `is ${port}, which the Service does not name`,
          };
      }
    }
  },
});

/** Namespaces with Services that no tree describes. */
const builtInNamespaces = new Set(builtIn.services.map(([id]) => id.split('/')[0]));

/** Services that a monitor selects; `elsewhere` where it looks into a namespace whose Services charts make. */
function selected(monitor: ObjectArtifact, services: NamespacedIndex<ObjectArtifact>) {
  const named = texts(monitor.value, 'spec', 'namespaceSelector', 'matchNames');
  const isAny = at(monitor.value, 'spec', 'namespaceSelector', 'any') === true;
  const namespaces = isAny ? services.namespaces : named.length ? named : [monitor.namespace ?? ''];
  const inside = namespaces.some((namespace) => services.in(namespace).length);
  const selector = at(monitor.value, 'spec', 'selector');
  const found = namespaces.flatMap((namespace) => services.selected(namespace, selector));
  const isShared = namespaces.some((namespace) => builtInNamespaces.has(namespace));
  return !found.length && (isAny || isShared || !inside) ? 'elsewhere' : found;
}
