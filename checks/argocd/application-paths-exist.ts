import { text } from '../artifacts/value';
import { rule } from '../rule';
import { applications, ownRepositories } from './applications';

export const applicationPathsExist = rule({
  code: 'application-paths-exist',
  rule: 'The path of every Application holds at least one object that Argo CD can render.',
  fix: 'Correct the path, or commit the files.',
  incidents: ['B23', 'E04', 'E07', 'E10', 'E15'],
  *run(artifacts) {
    const own = artifacts.derive(ownRepositories);
    for (const { object, sources, objects } of artifacts.derive(applications))
      for (const { value, pointer } of sources) {
        const path = text(value, 'path');
        const isOwn = own.has(text(value, 'repoURL') ?? '') || !own.size;
        if (path !== undefined && isOwn && text(value, 'chart') === undefined && !objects.length)
          yield { place: object.at(...pointer, 'path'), problem: `is ${path}, which holds nothing` };
      }
  },
});
