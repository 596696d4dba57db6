import { text } from '../artifacts/value';
import { rule } from '../rule';
import { applications, ownRepositories } from './applications';

/** A release of somebody else's repository. */
const exact = /^v?\d+\.\d+\.\d+$/;

export const revisionsAgree = rule({
  code: 'revisions-agree',
  rule: 'All Applications of a repository follow one branch, written as a full ref, and never HEAD.',
  fix: 'Take the ref from gitops.branch of the definition: refs/heads/<branch>.',
  incidents: ['E11'],
  *run(artifacts) {
    const own = artifacts.derive(ownRepositories);
    const first = new Map<string, string>();
    for (const { object, sources } of artifacts.derive(applications))
      for (const { value, pointer } of sources) {
        if (text(value, 'path') === undefined || text(value, 'chart') !== undefined) continue;
        const [repository = '', revision = 'HEAD'] = [text(value, 'repoURL'), text(value, 'targetRevision')];
        const place = object.at(...pointer, 'targetRevision');
        if (!own.has(repository) && exact.test(revision)) continue;
        const other = first.get(repository) ?? revision;
        first.set(repository, other);
        if (!/^(refs\/(heads|tags)\/.+|[0-9a-f]{40})$/.test(revision))
          yield { place, problem: `is ${revision}` };
        else if (revision !== other) yield { place, problem: `is ${revision}, while others follow ${other}` };
      }
  },
});
