import type { Artifacts } from '../artifacts/artifacts';
import type { Place } from '../artifacts/subject';
import { list, text } from '../artifacts/value';
import { idOf, provided } from '../knowledge/provided';
import { rule } from '../rule';
import { clusterHosts } from './hosts-in-text';

/** Texts that programs read addresses from. */
function* addressed({ objects, pods }: Artifacts): Generator<{ place: () => Place; value: string }> {
  for (const { containers } of pods)
    for (const container of containers) {
      for (const [index, entry] of list(container.value, 'env').entries())
        yield { place: () => container.at('env', index, 'value'), value: text(entry, 'value') ?? '' };
      for (const field of ['args', 'command'])
        for (const [index, value] of list(container.value, field).entries())
          if (typeof value === 'string') yield { place: () => container.at(field, index), value };
    }
  for (const object of objects.ofKind('ConfigMap', 'ExternalSecret'))
    for (const { pointer, value } of object.strings)
      if (pointer.first === 'data' || pointer.first === 'spec')
        yield { place: () => object.at(...pointer), value };
  for (const object of objects.ofKind('Application'))
    for (const { pointer, value } of object.strings)
      if (pointer.includes('valuesObject')) yield { place: () => object.at(...pointer), value };
}

/** The DNS name of one pod behind a headless Service also ends in the Service. */
export const hostsResolve = rule({
  code: 'hosts-resolve',
  rule: 'Every name of the cluster that a program is given belongs to a Service, and the Service has the port.',
  fix: 'Write the name of the Service and its namespace, from the place in the model that also names the Service.',
  incidents: ['G17', 'G26', 'H07'],
  *run(artifacts) {
    const { services } = artifacts.derive(provided);
    const hostsIn = artifacts.derive(clusterHosts);
    for (const { place, value } of addressed(artifacts))
      for (const { service, namespace, port, text: host } of hostsIn(value)) {
        const ports = services.get(idOf(namespace, service));
        if (!ports)
          yield { place: place(), problem: `names ${host}, and no Service ${namespace}/${service} exists` };
        else if (port !== undefined && ports.size && !ports.has(port))
          yield { place: place(), problem: `names ${host}, and the Service has ${[...ports].join(', ')}` };
      }
  },
});
