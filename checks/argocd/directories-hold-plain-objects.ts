import { at } from '../artifacts/value';
import { rule } from '../rule';
import { applications } from './applications';

export const directoriesHoldPlainObjects = rule({
  code: 'directories-hold-plain-objects',
  rule: 'A directory that Argo CD applies as it is has no kustomization, chart or values among its files.',
  fix: 'Take directory out of the source, so that kustomize builds the path.',
  incidents: ['E09'],
  *run(artifacts) {
    for (const { object, sources, objects } of artifacts.derive(applications))
      for (const { value, pointer } of sources) {
        const kustomization = objects.find(
          ({ kind, source }) => kind === 'Kustomization' || /kustomization\.ya?ml$/.test(source.file),
        );
        if (at(value, 'directory') !== undefined && kustomization)
          yield {
            place: object.at(...pointer, 'directory'),
            problem: `applies ${kustomization.source.file} as an object`,
          };
      }
  },
});
