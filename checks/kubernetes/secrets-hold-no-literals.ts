import { list, stringMap, text } from '../artifacts/value';
import { rule } from '../rule';

const secretName = /(password|passwd|secret|token|api_?key|private_?key|credential)s?$/i;
const isReference = (value: string) => /^\$[({]|^\{\{|^\/|^https?:\/\/[^@]*$|^$/.test(value);

export const secretsHoldNoLiterals = rule({
  code: 'secrets-hold-no-literals',
  rule: 'No secret value is in git: a Secret is made in the cluster, from the parameter store or by a generator.',
  fix: 'Put the value into the parameter store and read it with an ExternalSecret.',
  incidents: ['A48', 'E32'],
  *run({ objects, pods }) {
    for (const object of objects.ofKind('Secret'))
      for (const field of ['data', 'stringData'])
        for (const [key, value] of Object.entries(stringMap(object.value, field)))
          if (
            value !== '' &&
            !(object.labels['argocd.argoproj.io/secret-type'] !== undefined && !secretName.test(key))
          )
            yield { place: object.at(field, key), problem: 'has a value in git' };
    for (const { containers } of pods)
      for (const container of containers)
        for (const [index, entry] of list(container.value, 'env').entries()) {
          const [name = '', value = ''] = [text(entry, 'name'), text(entry, 'value')];
          if (secretName.test(name) && !isReference(value))
            yield { place: container.at('env', index, 'value'), problem: `gives ${name} a value in git` };
        }
    for (const object of objects.ofKind('ConfigMap'))
      for (const [key, value] of Object.entries(stringMap(object.value, 'data')))
        if (secretName.test(key) && /^\S+$/.test(value) && !isReference(value))
          yield { place: object.at('data', key), problem: 'has a value in git' };
  },
});
