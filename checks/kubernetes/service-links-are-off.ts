import { at, text } from '../artifacts/value';
import { provided } from '../knowledge/provided';
import { rule } from '../rule';
import { parseImage } from './image-name';

export const serviceLinksAreOff = rule({
  code: 'service-links-are-off',
  rule: 'A pod beside a Service of its own name turns service links off: ATLANTIS_PORT=tcp://… is no port.',
  fix: 'Set enableServiceLinks: false.',
  incidents: ['F04'],
  *run(artifacts) {
    const { services } = artifacts.derive(provided);
    for (const pod of artifacts.pods) {
      if (at(pod.spec, 'enableServiceLinks') === false) continue;
      const names = new Set([
        pod.owner.name,
        ...pod.containers.flatMap(({ value }) => [
          text(value, 'name') ?? '',
          parseImage(text(value, 'image') ?? '')
            .repository.split('/')
            .at(-1) ?? '',
        ]),
      ]);
      const clash = [...names].find((name) => services.has(`${pod.namespace ?? ''}/${name}`));
      if (clash !== undefined)
        yield { place: pod.at('enableServiceLinks'), problem: `is not false beside the Service ${clash}` };
    }
  },
});
