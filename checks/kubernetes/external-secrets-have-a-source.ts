import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { fields, list, strings, text, type Pointer } from '../artifacts/value';
import type { Artifacts } from '../artifacts/artifacts';
import { idOf, provided } from '../knowledge/provided';
import { rule, type Violation } from '../rule';

export const externalSecretsHaveASource = rule({
  code: 'external-secrets-have-a-source',
  rule: 'An ExternalSecret names a store that exists, keys that the store has, and in its template only what it read.',
  fix: 'Correct the name of the store, the key or the template variable.',
  incidents: ['A29', 'G23', 'G24'],
  *run(artifacts) {
    for (const object of artifacts.objects.ofKind('ExternalSecret')) {
      yield* sources(object, artifacts);
      yield* template(object);
    }
  },
});

function* sources(object: ObjectArtifact, artifacts: Artifacts): Generator<Violation> {
  const { secrets } = artifacts.derive(provided);
  const shared = {
    reference: fields(object.value, 'spec', 'secretStoreRef'),
    pointer: ['spec', 'secretStoreRef'] as Pointer,
  };
  for (const [index, entry] of list(object.value, 'spec', 'data').entries()) {
    const own = fields(entry, 'sourceRef', 'storeRef');
    const { reference, pointer } =
      text(own, 'name') === undefined
        ? shared
        : { reference: own, pointer: ['spec', 'data', index, 'sourceRef', 'storeRef'] as Pointer };
    const name = text(reference, 'name');
    if (name === undefined) continue;
    const kind = text(reference, 'kind') ?? 'SecretStore';
    const store = artifacts.objects.get(kind, kind === 'SecretStore' ? object.namespace : undefined, name);
    if (!store) {
      yield { place: object.at(...pointer), problem: `names the ${kind} ${name}, which does not exist` };
      continue;
    }
    const namespace = text(store.value, 'spec', 'provider', 'kubernetes', 'remoteNamespace');
    const [key = '', property] = [text(entry, 'remoteRef', 'key'), text(entry, 'remoteRef', 'property')];
    if (namespace === undefined) continue;
    const keys = secrets.get(idOf(namespace, key));
    const place = object.at('spec', 'data', index, 'remoteRef');
    if (keys === undefined)
      yield { place, problem: `reads the Secret ${namespace}/${key}, which nothing makes` };
    else if (keys !== 'any' && property !== undefined && !keys.has(property))
      yield { place, problem: `reads ${property} of ${namespace}/${key}, which has ${[...keys].join(', ')}` };
  }
}

function* template(object: ObjectArtifact): Generator<Violation> {
  if (fields(object.value, 'spec')['dataFrom'] !== undefined) return;
  const read = new Set(list(object.value, 'spec', 'data').map((entry) => text(entry, 'secretKey')));
  if (!read.size) return;
  for (const { pointer, value } of strings(fields(object.value, 'spec', 'target', 'template', 'data')))
    for (const [, expression = ''] of value.matchAll(/\{\{([^}]*)\}\}/g))
      for (const [, name] of expression.matchAll(/(?<![\w)"`])\.([A-Za-z_]\w*)/g))
        if (!read.has(name))
          yield {
            place: object.at('spec', 'target', 'template', 'data', ...pointer),
            problem: `uses .${name ?? ''}, which it does not read`,
          };
}
