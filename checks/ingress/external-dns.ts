import type { Artifacts } from '../artifacts/artifacts';
import { list, text, texts } from '../artifacts/value';
import { helmReleases } from '../knowledge/helm-releases';
import { rule, type Violation } from '../rule';

const releasesOf = (artifacts: Artifacts) =>
  artifacts.derive(helmReleases).filter(({ chart }) => chart === 'external-dns');

/** Flags that take no value: with one, the program prints its usage and stops. */
const switches = [
  '--aws-prefer-cname',
  '--dry-run',
  '--once',
  '--events',
  '--aws-evaluate-target-health',
  '--combine-fqdn-annotation',
];

export const externalDnsStarts = rule({
  code: 'external-dns-starts',
  rule: 'The flags of external-dns are as its version reads them, and its TXT records do not share a name with a CNAME.',
  fix: 'Write a switch without a value, and set txtPrefix.',
  incidents: ['D23', 'D24'],
  *run(artifacts) {
    for (const { application, pointer, values } of releasesOf(artifacts)) {
      const inside = [...pointer, 'helm', 'valuesObject'];
      for (const [index, flag] of texts(values, 'extraArgs').entries())
        if (switches.some((one) => flag.startsWith(`${one}=`)))
          yield { place: application.at(...inside, 'extraArgs', index), problem: `is ${flag}` };
      if (
        (text(values, 'registry') ?? 'txt') === 'txt' &&
        text(values, 'txtPrefix') === undefined &&
        text(values, 'txtSuffix') === undefined
      )
        yield { place: application.at(...inside, 'txtPrefix'), problem: 'is missing' };
    }
  },
});

export const externalDnsSeesEveryHost = rule({
  code: 'external-dns-sees-every-host',
  rule: 'The hosts of every Ingress are taken by external-dns: they lie in its domains, match its filter and name no wildcard.',
  fix: 'Add the annotation that the filter asks for, or the domain to domainFilters.',
  incidents: ['D25'],
  *run(artifacts) {
    for (const { values } of releasesOf(artifacts)) {
      const domains = texts(values, 'domainFilters');
      const filter =
        text(values, 'annotationFilter') ??
        texts(values, 'extraArgs')
          .find((one) => one.startsWith('--annotation-filter='))
          ?.split('=')
          .slice(1)
          .join('=');
      for (const ingress of artifacts.objects.ofKind('Ingress')) {
        yield* outside(ingress, domains);
        const [key = '', wanted] = filter?.split('=') ?? [];
        const found = ingress.annotations[key];
        if (filter !== undefined && (found === undefined || (wanted !== undefined && found !== wanted)))
          yield {
            place: ingress.at('metadata', 'annotations', key),
            problem: `is ${found ?? 'missing'}; external-dns takes ${filter} only`,
          };
      }
    }
  },
});

function* outside(
  ingress: ReturnType<Artifacts['objects']['ofKind']>[number],
  domains: readonly string[],
): Generator<Violation> {
  for (const [index, one] of list(ingress.value, 'spec', 'rules').entries()) {
    const host = text(one, 'host');
    const place = ingress.at('spec', 'rules', index, 'host');
    if (host?.includes('*') === true) yield { place, problem: `is ${host}` };
    else if (
      host !== undefined &&
      domains.length &&
      !domains.some((domain) => host === domain || host.endsWith(`.${domain}`))
    )
      yield { place, problem: `is ${host}, outside ${domains.join(', ')}` };
  }
}
