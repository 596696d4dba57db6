import { repositoryConfig } from '../../model/atlantis/repository-config';
import { serverConfig } from '../../model/atlantis/server-config';
import { Subject } from '../artifacts/subject';
import { rule } from '../rule';
import { schemaViolations } from './schema-violations';
import { serverFiles } from './server-files';

export const repositoryFileHasItsOwnKeys = rule({
  code: 'atlantis-repository-file-has-its-own-keys',
  rule: 'The repository’s atlantis.yaml holds its own keys only: Atlantis refuses the whole file for any other.',
  fix: 'Move the key to the server’s repos.yaml, or correct it.',
  incidents: ['F01'],
  *run(artifacts) {
    for (const { source, value } of artifacts.ofRole('atlantis')) {
      const subject = new Subject(source, source.file);
      yield* schemaViolations(repositoryConfig, value, (...pointer) => subject.at(...pointer));
    }
  },
});

export const serverFileHasItsOwnKeys = rule({
  code: 'atlantis-server-file-has-its-own-keys',
  rule: 'The server’s repos.yaml holds its own keys only, a repository is named exactly or as /regex/, and every workflow that it names exists.',
  fix: 'Move the key to atlantis.yaml, or correct it.',
  incidents: ['F01', 'F07'],
  *run(artifacts) {
    for (const { value, at } of artifacts.derive(serverFiles))
      yield* schemaViolations(serverConfig, value, at);
  },
});
