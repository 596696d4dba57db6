import { at } from '../artifacts/value';
import { rule } from '../rule';

export const publicNamesAvoidMachines = rule({
  code: 'public-names-avoid-machines',
  rule: 'No public DNS record points at a machine: the load balancer would be bypassed.',
  fix: 'Leave the name to external-dns, or make it an alias of the load balancer or the distribution.',
  incidents: ['A36'],
  *run({ terraform }) {
    for (const record of terraform.ofType('aws_route53_record')) {
      const zone = terraform.targets(record, 'zone_id');
      if (zone.some(({ body }) => at(body, 'vpc') !== undefined || at(body, 'private_zone') === true))
        continue;
      const machine = ['records', 'alias']
        .flatMap((field) => terraform.targets(record, field))
        .find(({ type }) => type === 'aws_eip' || type === 'aws_instance');
      if (machine) yield { place: record.at('records'), problem: `points at ${machine.address}` };
    }
  },
});
