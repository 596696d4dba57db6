import { at } from '../artifacts/value';
import { idOf, provided } from '../knowledge/provided';
import { rule } from '../rule';
import { backends } from './backends';

export const backendsExist = rule({
  code: 'backends-exist',
  rule: 'The Service behind every path exists in the namespace of the Ingress, and has the port.',
  fix: 'Put the Ingress into the namespace of its Service, and name the Service as its release does.',
  incidents: ['D10', 'D11', 'D13', 'D14', 'E32'],
  *run(artifacts) {
    const { services } = artifacts.derive(provided);
    for (const { ingress, pointer, name, port } of artifacts.derive(backends)) {
      if (at(ingress.value, ...pointer, 'service', 'namespace') !== undefined)
        yield {
          place: ingress.at(...pointer, 'service', 'namespace'),
          problem: 'is no field of a backend: an Ingress never leaves its namespace',
        };
      if (name === undefined) {
        if (at(ingress.value, ...pointer, 'resource') === undefined)
          yield { place: ingress.at(...pointer, 'service'), problem: 'names no Service' };
        continue;
      }
      const ports = services.get(idOf(ingress.namespace, name));
      if (!ports)
        yield {
          place: ingress.at(...pointer, 'service', 'name'),
          problem: `is ${name}, which ${ingress.namespace ?? 'the namespace'} does not have`,
        };
      else if (port === undefined || !ports.has(port))
        yield {
          place: ingress.at(...pointer, 'service', 'port'),
          problem: `is ${String(port ?? 'missing')}; ${name} has ${[...ports].join(', ')}`,
        };
    }
  },
});
