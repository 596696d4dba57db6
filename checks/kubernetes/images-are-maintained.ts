import { rule } from '../rule';
import { usedImages } from './images';

/** Image families that are gone or frozen, with what to use instead. */
const gone: readonly { readonly repository: RegExp; readonly why: string; readonly instead: string }[] = [
  {
    repository: /^bitnami(legacy)?\//,
    why: "Bitnami's free images ended on 2025-08-28",
    instead: 'Use the official image, or the one of the operator.',
  },
  {
    repository: /^opstree\//,
    why: 'its tags were deleted more than once',
    instead: 'Use the official redis image.',
  },
];

export const imagesAreMaintained = rule({
  code: 'images-are-maintained',
  rule: 'No image comes from a family whose publisher stopped or deletes its tags.',
  fix: 'Use the official image, or the one of the operator.',
  incidents: ['G04', 'G05', 'G06', 'G07'],
  *run(artifacts) {
    for (const { reference, name, place } of artifacts.derive(usedImages)) {
      const family = gone.find(({ repository }) => repository.test(name.repository));
      if (family) yield { place, problem: `is ${reference}: ${family.why}`, fix: family.instead };
    }
  },
});
