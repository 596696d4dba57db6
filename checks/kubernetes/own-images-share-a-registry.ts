import { rule } from '../rule';
import { usedImages } from './images';

export const ownImagesShareARegistry = rule({
  code: 'own-images-share-a-registry',
  rule: 'Images of the GitHub registry come from one organisation: that of our own builds.',
  fix: 'Take the registry from gitops.registry of the definition.',
  incidents: ['G02'],
  *run(artifacts) {
    const own = artifacts
      .derive(usedImages)
      .filter(({ name }) => name.registry === 'ghcr.io' && /-api$|(^|\/)worker-/.test(name.repository));
    const count = new Map<string, number>();
    const organisation = (repository: string) => repository.split('/')[0] ?? '';
    for (const { name } of own)
      count.set(organisation(name.repository), (count.get(organisation(name.repository)) ?? 0) + 1);
    const [common] = [...count].sort(([, a], [, b]) => b - a);
    if (!common) return;
    for (const { reference, name, place } of own)
      if (organisation(name.repository) !== common[0])
        yield { place, problem: `is ${reference}, while the others come from ghcr.io/${common[0]}` };
  },
});
