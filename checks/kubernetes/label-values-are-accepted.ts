import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { fields, type Pointer } from '../artifacts/value';
import { rule, type Violation } from '../rule';

const part = /^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/;
const prefix = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export const labelValuesAreAccepted = rule({
  code: 'label-values-are-accepted',
  rule: 'A label has a value of at most 63 letters, digits, - _ . and a key that the API server takes.',
  fix: 'Shorten the value, or use other characters.',
  incidents: ['E28'],
  *run({ objects, pods }) {
    for (const object of objects.all) yield* labels(object, ['metadata', 'labels']);
    for (const { owner } of pods)
      if (owner.kind !== 'Pod') yield* labels(owner, ['spec', 'template', 'metadata', 'labels']);
  },
});

function* labels(object: ObjectArtifact, pointer: Pointer): Generator<Violation> {
  for (const [key, value] of Object.entries(fields(object.value, ...pointer))) {
    const [name = '', before] = key.split('/').reverse();
    const place = object.at(...pointer, key);
    if (typeof value !== 'string')
      yield { place, problem: `is ${JSON.stringify(value)}, which is no string` };
    else if (!part.test(value)) yield { place, problem: `is "${value}"` };
    else if (name === '' || !part.test(name) || (before !== undefined && !prefix.test(before)))
      yield { place, problem: 'has a key that is not accepted' };
  }
}
