import { rule } from '../rule';
import { applications, owners } from './applications';

export const objectsBelongToAnApplication = rule({
  code: 'objects-belong-to-an-application',
  rule: 'Every object, and above all every hook, lies in the path of an Application: Argo CD never sees the others.',
  fix: 'Move the file below the path of its Application.',
  incidents: ['E28'],
  *run(artifacts) {
    const all = artifacts.derive(applications);
    if (!all.length) return;
    const owned = artifacts.derive(owners);
    // An Application that nothing syncs is the root, which an operator applies.
    for (const object of artifacts.objects.all)
      if (!owned.has(object) && object.kind !== 'Application') {
        const hook = object.annotations['argocd.argoproj.io/hook'];
        yield {
          place: object.at(),
          problem: `${hook === undefined ? 'is' : `is a ${hook} hook`} in ${object.source.file}, which no Application syncs`,
        };
      }
  },
});
