import { list, stringMap, text } from '../artifacts/value';
import type { Artifacts } from '../artifacts/artifacts';
import type { Place } from '../artifacts/subject';
import { rule } from '../rule';

const variable = /^(POSTGRES(QL)?|DB|DATABASE|PG)_?(DB|NAME|DATABASE)$/i;
const inUrl = /postgres(?:ql)?(?:\+\w+)?:\/\/[^\s"']*?\/([A-Za-z_][\w-]*)(?=[?"'\s]|$)/;

/** Every place that names a PostgreSQL database. */
function* names({ pods, objects }: Artifacts): Generator<{ place: Place; name: string }> {
  const read = (key: string, value: string) => (variable.test(key) ? value : inUrl.exec(value)?.[1]);
  for (const { containers } of pods)
    for (const container of containers)
      for (const [index, entry] of list(container.value, 'env').entries()) {
        const name = read(text(entry, 'name') ?? '', text(entry, 'value') ?? '');
        if (name !== undefined && /^[\w-]+$/.test(name))
          yield { place: container.at('env', index, 'value'), name };
      }
  for (const object of objects.ofKind('ExternalSecret'))
    for (const { pointer, value } of object.strings) {
      const name = inUrl.exec(value.replace(/\{\{[^}]*\}\}/g, 'x'))?.[1];
      if (name !== undefined) yield { place: object.at(...pointer), name };
    }
  for (const object of objects.ofKind('ConfigMap'))
    for (const [key, value] of Object.entries(stringMap(object.value, 'data'))) {
      const name = read(key, value);
      if (name !== undefined && /^[\w-]+$/.test(name)) yield { place: object.at('data', key), name };
    }
}

export const databaseNamesAgree = rule({
  code: 'database-names-agree',
  rule: 'Every program names a PostgreSQL database that the database cluster makes.',
  fix: 'Take the name from data.postgresql.database of the definition.',
  incidents: ['G18'],
  *run(artifacts) {
    const { objects } = artifacts;
    const made = new Set([
      'postgres',
      ...objects
        .ofKind('Cluster')
        .flatMap(({ value }) => [
          text(value, 'spec', 'bootstrap', 'initdb', 'database'),
          text(value, 'spec', 'bootstrap', 'recovery', 'database'),
        ]),
      ...objects.ofKind('Database').map(({ value }) => text(value, 'spec', 'name')),
    ]);
    if (made.size === 1) return;
    for (const { place, name } of names(artifacts))
      if (!made.has(name)) yield { place, problem: `names the database ${name}, which nothing makes` };
  },
});
