import { rule } from '../rule';
import { usedImages } from './images';

/** Tags that somebody moves. */
const floating = /^(latest|stable|main|master|edge|nightly|dev|prod|production|.*-latest|v?\d+)$/;

export const imagesHaveAFixedTag = rule({
  code: 'images-have-a-fixed-tag',
  rule: 'Every image has a digest, or a tag that nobody moves.',
  fix: 'Name a released version or a digest.',
  incidents: ['G03', 'G29'],
  *run(artifacts) {
    for (const { reference, name, place } of artifacts.derive(usedImages))
      if (name.digest === undefined && (name.tag === undefined || floating.test(name.tag)))
        yield { place, problem: `is ${reference}, whose tag moves` };
  },
});
