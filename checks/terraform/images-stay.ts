import { texts } from '../artifacts/value';
import { rule } from '../rule';

export const machineImagesStay = rule({
  code: 'machine-images-stay',
  rule: 'A new machine image never replaces a running machine: the image is an id, or its changes are ignored.',
  fix: 'Add ami to lifecycle.ignore_changes.',
  incidents: ['A43'],
  *run({ terraform }) {
    for (const machine of terraform.ofType('aws_instance')) {
      const ignored = texts(machine.body, 'lifecycle', 'ignore_changes').length
        ? texts(machine.body, 'lifecycle', 'ignore_changes')
        : texts(machine.body, 'lifecycle', 0, 'ignore_changes');
      const image = String(machine.body['ami'] ?? '');
      if (
        !/^ami-[0-9a-f]+$/.test(image) &&
        !ignored.some((one) => ['ami', 'all', '${ami}', '${all}'].includes(one))
      )
        yield { place: machine.at('ami'), problem: `follows ${image}` };
    }
  },
});
