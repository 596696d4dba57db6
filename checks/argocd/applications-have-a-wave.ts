import { rule } from '../rule';
import { applications, owners, waveOf } from './applications';

export const applicationsHaveAWave = rule({
  code: 'applications-have-a-wave',
  rule: 'When the children of an Application sync in waves, every child says its wave.',
  fix: 'Give the Application the wave of its stage; see model/stages.ts.',
  incidents: ['E26', 'E31'],
  *run(artifacts) {
    const parents = artifacts.derive(owners);
    const children = artifacts.derive(applications).filter(({ object }) => parents.has(object));
    if (!children.some(({ object }) => waveOf(object) !== 0)) return;
    for (const { object } of children) {
      const wave = object.annotations['argocd.argoproj.io/sync-wave'];
      if (wave === undefined || !/^-?\d+$/.test(wave))
        yield {
          place: object.at('metadata', 'annotations', 'argocd.argoproj.io/sync-wave'),
          problem: wave === undefined ? 'is missing' : `is "${wave}"`,
        };
    }
  },
});
