import { list, text, texts } from '../artifacts/value';
import { rule } from '../rule';

/** A wildcard stands for exactly one label. */
const covers = (name: string, host: string) =>
  name === host || (name.startsWith('*.') && host.split('.').slice(1).join('.') === name.slice(2));

export const hostsHaveACertificate = rule({
  code: 'hosts-have-a-certificate',
  rule: 'Every host of an Ingress is a name of a certificate in the region; *.growbin.app is no name of api.dev.growbin.app.',
  fix: 'Add the name to the certificate of the edge stack, or use another host.',
  incidents: ['D18'],
  *run({ terraform, objects }) {
    const names = terraform
      .ofType('aws_acm_certificate')
      .filter(({ body }) => text(body, 'provider') === undefined)
      .flatMap(({ body }) => [text(body, 'domain_name') ?? '', ...texts(body, 'subject_alternative_names')]);
    if (!names.length) return;
    for (const ingress of objects.ofKind('Ingress'))
      for (const [index, one] of list(ingress.value, 'spec', 'rules').entries()) {
        const host = text(one, 'host');
        if (host !== undefined && !names.some((name) => covers(name, host)))
          yield {
            place: ingress.at('spec', 'rules', index, 'host'),
            problem: `is ${host}; the certificates have ${names.join(', ')}`,
          };
      }
  },
});
