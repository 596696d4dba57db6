import type { Artifacts } from '../artifacts/artifacts';
import type { Place } from '../artifacts/subject';
import { text } from '../artifacts/value';
import { provided } from '../knowledge/provided';
import { rule } from '../rule';

export const storageClassesHaveADriver = rule({
  code: 'storage-classes-have-a-driver',
  rule: 'The driver that a StorageClass names is installed; the one inside Kubernetes is gone.',
  fix: 'Install the CSI driver in the platform Application, or use ebs.csi.aws.com.',
  incidents: ['G09'],
  *run(artifacts) {
    const { csiDrivers } = artifacts.derive(provided);
    for (const object of artifacts.objects.ofKind('StorageClass')) {
      const driver = text(object.value, 'provisioner') ?? '';
      if (!csiDrivers.has(driver))
        yield {
          place: object.at('provisioner'),
          problem: `is ${driver || 'missing'}, which nothing installs`,
        };
    }
  },
});

const fieldNames: ReadonlySet<unknown> = new Set(['storageClassName', 'storageClass']);

/** Every place of objects and chart values that names a StorageClass. */
function* uses({ objects }: Artifacts): Generator<{ place: Place; name: string }> {
  for (const object of objects.all) {
    if (object.kind === 'StorageClass' || object.kind === 'CustomResourceDefinition') continue;
    for (const { pointer, value } of object.strings)
      if (fieldNames.has(pointer.last()) && value !== '') yield { place: object.at(...pointer), name: value };
  }
}

export const storageClassesExist = rule({
  code: 'storage-classes-exist',
  rule: 'Every StorageClass that a claim names is in the tree.',
  fix: 'Correct the name, or add the StorageClass to the infrastructure Application.',
  *run(artifacts) {
    for (const { place, name } of uses(artifacts))
      if (!artifacts.objects.has('StorageClass', undefined, name))
        yield { place, problem: `is ${name}, which does not exist` };
  },
});
