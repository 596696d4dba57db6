import { list, text } from '../artifacts/value';
import { rule } from '../rule';

export const recordsHaveOneWriter = rule({
  code: 'records-have-one-writer',
  rule: 'A DNS name is written by Terraform or by external-dns, never by both.',
  fix: 'Names of the load balancer belong to external-dns: remove the record from the edge stack.',
  incidents: ['D27'],
  *run({ terraform, objects }) {
    const hosts = new Map(
      objects
        .ofKind('Ingress')
        .flatMap((ingress) => [
          ...list(ingress.value, 'spec', 'rules').map(
            (one) => [text(one, 'host') ?? '', ingress.label] as const,
          ),
          [ingress.annotations['external-dns.alpha.kubernetes.io/hostname'] ?? '', ingress.label] as const,
        ]),
    );
    for (const record of terraform.ofType('aws_route53_record')) {
      const name = text(record.body, 'name')?.replace(/\.$/, '') ?? '';
      const ingress = name === '' ? undefined : hosts.get(name);
      if (ingress !== undefined)
        yield { place: record.at('name'), problem: `is ${name}, which external-dns writes for ${ingress}` };
    }
  },
});
