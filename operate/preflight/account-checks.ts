import type { Cluster } from '../../model/cluster';
import type { Finding } from '../../model/finding';
import { complaint, preflightFinding, type Check, type Ended } from './check';

const quotaCode = 'L-1216C47A';

/** Credentials, quota, key and zone, asked with the AWS CLI. */
export function accountChecks(cluster: Cluster, privateKey: string): Check[] {
  const { region } = cluster;
  const publicKey = `${cluster.names.parameterPath}/ssh/public-key`;
  const makeKey = `ssh-keygen -t ed25519 -N '' -f ${privateKey} && aws ssm put-parameter --region ${region} --type String --name ${publicKey} --value "$(cat ${privateKey}.pub)"`;
  return [
    credentialsCheck(),
    aws(
      `quota ${quotaCode}`,
      [
        'service-quotas',
        'get-service-quota',
        '--service-code',
        'ec2',
        '--quota-code',
        quotaCode,
        '--region',
        region,
      ],
      (ended) => quotaFindings(cluster, ended),
    ),
    aws('public key', ['ssm', 'get-parameter', '--name', publicKey, '--region', region], (ended) =>
      failed(
        ended,
        'machines-have-a-key',
        publicKey,
        'The public half of the key of the machines is in Parameter Store before they are made.',
        makeKey,
      ),
    ),
    {
      title: 'private key',
      program: 'ssh-keygen',
      args: ['-y', '-P', '', '-f', privateKey],
      judge: (ended) =>
        failed(
          ended,
          'machines-have-a-key',
          '--private-key',
          `The private half is ${privateKey}, without a passphrase: Ansible cannot type one.`,
          makeKey,
        ),
    },
    ...zoneChecks(cluster),
  ];
}

export function credentialsCheck(): Check {
  return aws('credentials', ['sts', 'get-caller-identity'], (ended) =>
    failed(
      ended,
      'credentials-work',
      'AWS',
      'Terraform needs credentials.',
      'Run aws sso login, or set AWS_PROFILE.',
    ),
  );
}

/** Questions whose answers decide where the state of the stack `state` is. */
export function stateChecks({ terraform, region }: Cluster): readonly [bucket: Check, table: Check] {
  const judge = (path: string) => (ended: Ended) =>
    terraform.ownsState
      ? []
      : failed(
          ended,
          'state-backend-exists',
          path,
          'Another cluster of the account owns the state and was brought up before.',
          'Bring up the cluster with terraform.ownsState first.',
        );
  const { stateBucket, lockTable } = terraform;
  return [
    aws(
      'state bucket',
      ['s3api', 'head-bucket', '--bucket', stateBucket, '--region', region],
      judge(stateBucket),
    ),
    aws(
      'lock table',
      ['dynamodb', 'describe-table', '--table-name', lockTable, '--region', region],
      judge(lockTable),
    ),
  ];
}

function zoneChecks({ edge }: Cluster): Check[] {
  const ask = (zone: string, judge: (found: boolean) => readonly Finding[]) =>
    aws(
      `zone ${zone}`,
      ['route53', 'list-hosted-zones-by-name', '--dns-name', zone, '--max-items', '1'],
      (ended) => {
        const { HostedZones: zones = [] } = answer<{ HostedZones?: { Name: string }[] }>(ended);
        return judge(zones.some(({ Name }) => Name === `${zone}.`));
      },
    );
  const { domain, parentDomain } = edge;
  const own = ask(domain, (found) =>
    found
      ? []
      : [
          preflightFinding(
            'zone-is-delegated',
            'edge.domain',
            `${domain} has no zone yet`,
            'Certificates are validated by DNS, so whoever sells the domain has to point at the zone.',
            parentDomain === undefined
              ? 'When edge-apply has made the zone, enter its name_servers where the domain was bought; the apply waits.'
              : `Nothing: the records go into ${parentDomain}.`,
            'warning',
          ),
        ],
  );
  if (parentDomain === undefined) return [own];
  return [
    own,
    ask(parentDomain, (found) =>
      found
        ? []
        : [
            preflightFinding(
              'zone-is-delegated',
              'edge.parentDomain',
              `${parentDomain} has no zone in this account`,
              'The zone above delegates to the zone of the cluster.',
              'Use the account that has it, or take parentDomain out of the definition.',
            ),
          ],
    ),
  ];
}

function quotaFindings({ totals, region }: Cluster, ended: Ended): Finding[] {
  const value = answer<{ Quota?: { Value?: number } }>(ended).Quota?.Value;
  const rule = `All machines together have ${String(totals.vcpu)} vCPU (incident A11).`;
  const fix = `aws service-quotas request-service-quota-increase --service-code ec2 --quota-code ${quotaCode} --desired-value ${String(totals.vcpu)} --region ${region}`;
  if (value === undefined)
    return [
      preflightFinding(
        'quota-holds-the-machines',
        quotaCode,
        complaint(ended),
        rule,
        'Allow servicequotas:GetServiceQuota, or look in the console.',
        'warning',
      ),
    ];
  return value >= totals.vcpu
    ? []
    : [preflightFinding('quota-holds-the-machines', quotaCode, `is ${String(value)} vCPU`, rule, fix)];
}

const aws = (title: string, args: readonly string[], judge: Check['judge']): Check => ({
  title,
  program: 'aws',
  args: [...args, '--output', 'json'],
  judge,
});

function failed(ended: Ended, code: string, path: string, rule: string, fix: string): Finding[] {
  if (!ended.missing && ended.status === 0) return [];
  return [preflightFinding(code, path, complaint(ended), rule, fix)];
}

/** What a program answered as JSON; an empty answer where it failed. */
function answer<T extends object>(ended: Ended): T {
  if (ended.missing || ended.status !== 0) return {} as T;
  try {
    return JSON.parse(ended.stdout) as T;
  } catch {
    return {} as T;
  }
}
