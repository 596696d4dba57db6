import { terraformOutputs } from '../../model/terraform-outputs';
import type { Artifacts } from '../artifacts/artifacts';
import type { Place } from '../artifacts/subject';
import type { Block } from '../artifacts/terraform';
import { at, list, text } from '../artifacts/value';
import { rule } from '../rule';

/** A place that reads one key of the handed-over outputs. */
interface Use {
  readonly key: string;
  readonly place: Place;
}

/**
 * Keys that pods read: by reference, as a file, or by the convention of our hooks, whose script gets the ConfigMap's name
 * and keys in variables that end in `_KEY` or `_KEYS`.
 */
function* uses({ pods }: Artifacts): Iterable<Use> {
  const { configMap } = terraformOutputs;
  for (const { containers } of pods)
    for (const container of containers) {
      const environment = list(container.value, 'env');
      const isReader = environment.some((entry) => text(entry, 'value') === configMap);
      for (const [index, entry] of environment.entries()) {
        const reference = at(entry, 'valueFrom', 'configMapKeyRef');
        if (text(reference, 'name') === configMap)
          yield {
            key: text(reference, 'key') ?? '',
            place: container.at('env', index, 'valueFrom', 'configMapKeyRef', 'key'),
          };
        if (isReader && /_KEYS?$/.test(text(entry, 'name') ?? ''))
          for (const key of (text(entry, 'value') ?? '').split(' '))
            yield { key, place: container.at('env', index, 'value') };
      }
    }
}

const known: readonly string[] = Object.values(terraformOutputs.keys);

/** Outputs that the hand-off carries, by name: of those marked sensitive only the ones that it is told to. */
function declared({ terraform }: Artifacts): Map<string, Block[]> {
  const byName = new Map<string, Block[]>();
  for (const { outputs } of terraform.stacks)
    for (const output of outputs)
      if (at(output.body, 'sensitive') !== true || known.includes(output.name))
        byName.set(output.name, [...(byName.get(output.name) ?? []), output]);
  return byName;
}

export const handedOverKeysAreDeclared = rule({
  code: 'handed-over-keys-are-declared',
  rule: 'Every key that is read from the handed-over outputs is an output of a stack that the hand-off carries.',
  fix: 'Declare the output in infra/stacks, or correct the key in model/terraform-outputs.ts.',
  incidents: ['A30'],
  *run(artifacts) {
    const outputs = artifacts.derive(declared);
    for (const { key, place } of uses(artifacts))
      if (!outputs.has(key)) yield { place, problem: `is ${key}, which no stack puts out` };
  },
});

export const handedOverKeysHaveOneOwner = rule({
  code: 'handed-over-keys-have-one-owner',
  rule: 'No two stacks of a cluster put out the same name: each apply would replace what the other handed over.',
  fix: 'Rename one of the outputs.',
  incidents: ['A30'],
  *run(artifacts) {
    for (const [name, [, ...others]] of artifacts.derive(declared))
      for (const output of others)
        yield { place: output.at(), problem: `is put out by another stack too: ${name}` };
  },
});
