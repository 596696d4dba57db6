import type { Finding } from '../../model/finding';
import type { Answers } from './answers';

const label = /^[a-z][a-z0-9-]{0,22}[a-z0-9]$/;
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;
/** Each API has an ingress order below 1000 in steps of ten, and a load balancer takes 100 rules by default. */
const mostDomains = 40;

/** What is wrong with the answers, by the option that gives each. */
export function checkAnswers(answers: Answers, existing: readonly string[]): Finding[] {
  const { name, region, publicDomain, domains, owner, repository, stateBucket } = answers;
  return [
    ...unless(
      label.test(name),
      'name',
      name,
      'A cluster name has 2 to 24 lower-case letters, digits and hyphens.',
      'Choose a name such as my-cluster.',
    ),
    ...unless(
      !existing.includes(name),
      'name',
      name,
      'Each cluster has a name of its own.',
      'Choose another name; this one is taken.',
    ),
    ...unless(
      /^[a-z]{2}(-[a-z]+)+-\d$/.test(region),
      '--region',
      region,
      'A region of AWS.',
      'Write it as ap-northeast-2.',
    ),
    ...unless(
      hostName.test(publicDomain),
      '--public-domain',
      publicDomain,
      'A domain that you own.',
      'Write it as example.com.',
    ),
    ...unless(
      domains.length >= 1 && domains.length <= mostDomains,
      '--domains',
      String(domains.length),
      `One to ${String(mostDomains)} API domains.`,
      'Name them with a comma between.',
    ),
    ...unless(
      new Set(domains).size === domains.length,
      '--domains',
      domains.join(','),
      'Each API domain has a name of its own.',
      'Name each once.',
    ),
    ...domains.flatMap((domain) =>
      unless(
        label.test(domain) && domain.length <= 24,
        '--domains',
        domain,
        'A domain is a DNS label of at most 24 characters.',
        'Use lower-case letters, digits and hyphens.',
      ),
    ),
    ...unless(
      /^[a-z0-9](?:[a-z0-9-]{0,36}[a-z0-9])?$/.test(owner),
      '--owner',
      owner,
      'The owner of the repository on GitHub, in lower case: image names have no capitals.',
      'Write it as my-org.',
    ),
    ...unless(
      /^[A-Za-z0-9._-]+$/.test(repository),
      '--repository',
      repository,
      'The name of this repository on GitHub.',
      'Write it as my-platform.',
    ),
    ...unless(
      /^[a-z0-9][a-z0-9-]{1,54}[a-z0-9]$/.test(stateBucket),
      '--state-bucket',
      stateBucket,
      'An S3 bucket has 3 to 56 lower-case letters, digits and hyphens here: its lock table is named after it.',
      'Write it as my-org-terraform-state.',
    ),
  ];
}

function unless(holds: boolean, path: string, value: string, rule: string, fix: string): Finding[] {
  if (holds) return [];
  return [{ code: 'answers-make-a-cluster', severity: 'error', path, problem: `is "${value}"`, rule, fix }];
}
