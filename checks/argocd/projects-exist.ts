import { list, text, texts } from '../artifacts/value';
import { fitsWildcard } from '../artifacts/wildcard';
import { rule } from '../rule';

export const projectsExist = rule({
  code: 'projects-exist',
  rule: 'The project of every Application exists, and allows its repository and its destination.',
  fix: 'Add the AppProject, or allow the repository or namespace in it.',
  incidents: ['B24'],
  *run({ objects }) {
    for (const object of objects.ofKind('Application')) {
      const name = text(object.value, 'spec', 'project') ?? 'default';
      const project = objects.ofKind('AppProject').find((one) => one.name === name);
      if (!project) {
        yield { place: object.at('spec', 'project'), problem: `is ${name}, which does not exist` };
        continue;
      }
      const sources = [
        text(object.value, 'spec', 'source', 'repoURL'),
        ...list(object.value, 'spec', 'sources').map((one) => text(one, 'repoURL')),
      ];
      const repositories = texts(project.value, 'spec', 'sourceRepos');
      for (const source of sources)
        if (source !== undefined && !repositories.some((one) => fitsWildcard(one, source)))
          yield {
            place: object.at('spec', 'project'),
            problem: `is ${name}, which does not allow ${source}`,
          };
      const namespace = text(object.value, 'spec', 'destination', 'namespace');
      const destinations = list(project.value, 'spec', 'destinations').map(
        (one) => text(one, 'namespace') ?? '*',
      );
      if (namespace !== undefined && !destinations.some((one) => fitsWildcard(one, namespace)))
        yield {
          place: object.at('spec', 'project'),
          problem: `is ${name}, which does not allow the namespace ${namespace}`,
        };
    }
  },
});
