import { builtInNamespaces } from '../knowledge/built-in-namespaces';
import { rule } from '../rule';

export const namespacesExist = rule({
  code: 'namespaces-exist',
  rule: 'Every namespace that an object lives in is generated or built in.',
  fix: 'Add the namespace to the namespaces Application, or correct its name.',
  incidents: ['G25', 'G26', 'H07'],
  *run({ objects }) {
    for (const object of objects.all)
      if (
        object.namespace !== undefined &&
        !builtInNamespaces.has(object.namespace) &&
        !objects.has('Namespace', undefined, object.namespace)
      )
        yield {
          place: object.at('metadata', 'namespace'),
          problem: `is ${object.namespace}, which nothing creates`,
        };
  },
});
