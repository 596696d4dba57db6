import { at, fields, list } from '../artifacts/value';
import { rule } from '../rule';
import { selectorMatches } from './label-selector';

export const servicePortsLeadSomewhere = rule({
  code: 'service-ports-lead-somewhere',
  rule: 'The target port of a Service is a port of the pods that it selects.',
  fix: 'Name a containerPort of the pod.',
  incidents: ['G17'],
  *run({ objects, pods }) {
    for (const object of objects.ofKind('Service')) {
      const matchLabels = fields(object.value, 'spec', 'selector');
      if (!Object.keys(matchLabels).length) continue;
      const selected = pods.filter(
        ({ namespace, labels }) => namespace === object.namespace && selectorMatches({ matchLabels }, labels),
      );
      if (!selected.length) continue;
      const open = new Set(
        selected.flatMap(({ containers }) =>
          containers.flatMap(({ value }) =>
            list(value, 'ports').flatMap((port) => [at(port, 'name'), at(port, 'containerPort')]),
          ),
        ),
      );
      for (const [index, port] of list(object.value, 'spec', 'ports').entries()) {
        const target = at(port, 'targetPort') ?? at(port, 'port');
        if (!open.has(target))
          yield {
            place: object.at('spec', 'ports', index, 'targetPort'),
            problem: `is ${JSON.stringify(target)}, which no selected pod opens`,
          };
      }
    }
  },
});
