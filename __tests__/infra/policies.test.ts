import { clusters } from '../../clusters/all';
import { awsIdentities, type AwsPermission } from '../../model/aws/identities';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { policiesOf } from '../../infra/policies/permissions';
import type { Statement } from '../../infra/policies/statement';

const account = '000000000000';
const policies = clusters.flatMap((definition) => {
  const cluster = resolveCluster(definition);
  const permissions = new Set<AwsPermission>(awsIdentities(cluster).map(({ permission }) => permission));
  return [...permissions].flatMap((permission) =>
    Object.entries(
      policiesOf(permission, cluster, {
        region: cluster.region,
        account,
        zoneArn: 'arn:aws:route53:::hostedzone/Z0000000000000000000',
      }),
    ).map(([name, statements]) => [`${cluster.name} ${name}`, statements] as const),
  );
});

/** Actions that AWS ties to no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/. */
const withoutResource = [
  /^ec2:(Describe)\w*\*?$/,
  /^elasticloadbalancing:Describe\w*\*?$/,
  /^(acm:ListCertificates|iam:ListServerCertificates|shield:GetSubscriptionState)$/,
  /^route53:(CreateHostedZone|ListHostedZones|ListHostedZonesByName)$/,
];

const asJson = (statements: readonly Statement[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(conditions
        ? { Condition: Object.fromEntries(conditions.map((c) => [`${c.test}${c.variable}`, c.values])) }
        : {}),
    })),
  });

describe.each(policies)('the policy %s', (_name, statements) => {
  test('says why in a sentence, statement by statement', () => {
    for (const { why } of statements) expect(why).toMatch(/^(external-dns|[A-Z]).{20,}\.$/);
    const sids = statements.map(({ sid }) => sid);
    expect(new Set(sids).size).toBe(sids.length);
    for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
  });

  test('allows no action of a whole service', () => {
    for (const { actions } of statements)
      for (const action of actions) expect(action).toMatch(/^[a-z0-9-]+:[A-Z]\w+\*?\w*$/);
  });

  test('names resources wherever AWS takes one', () => {
    for (const { actions, resources } of statements)
      if (resources?.includes('*'))
        expect(actions.filter((action) => !withoutResource.some((free) => free.test(action)))).toEqual([]);
  });

  test('fits into what AWS takes', () => {
    expect(asJson(statements).length).toBeLessThanOrEqual(6144);
  });
});

test('the load balancer controller has the action set that its version publishes (incident A26)', () => {
  const granted = policies
    .filter(([name]) => name.startsWith('eco2 load-balancer'))
    .flatMap(([, statements]) => statements.flatMap(({ actions }) => actions));
  for (const action of [
    'AddTags',
    'DescribeListenerAttributes',
    'ModifyListenerAttributes',
    'SetRulePriorities',
  ])
    expect(granted).toContain(`elasticloadbalancing:${action}`);
  expect(new Set(granted).size).toBe(80);
});
