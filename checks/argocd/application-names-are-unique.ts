import { rule } from '../rule';
import { applications } from './applications';

export const applicationNamesAreUnique = rule({
  code: 'application-names-are-unique',
  rule: 'No two Applications have one name, and none manages itself.',
  fix: 'Rename one of them; the name is its identity in Argo CD.',
  incidents: ['E12', 'E13'],
  *run(artifacts) {
    const seen = new Map<string, string>();
    for (const { object, objects } of artifacts.derive(applications)) {
      const other = seen.get(object.name);
      if (other !== undefined)
        yield {
          place: object.at('metadata', 'name'),
          problem: `is also the name of the Application of ${other}`,
        };
      seen.set(object.name, object.source.file);
      const own = objects.find(
        (one) => one.kind === 'Application' && one.name === object.name && one.namespace === object.namespace,
      );
      if (own) yield { place: own.at('metadata', 'name'), problem: 'lies in the path that it syncs itself' };
    }
  },
});
