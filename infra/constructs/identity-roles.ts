import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Construct } from 'constructs';
import { awsTokenAudience, type AwsIdentity } from '../../model/aws/identities';
import { identityNodeKinds } from '../../model/aws/identity-nodes';
import type { Cluster } from '../../model/cluster';
import type { Role } from '../../model/definition/role-definition';
import { policiesOf } from '../policies/permissions';
import { policyDocument } from './policy-document';

interface Context {
  readonly account: string;
  /** ARN of the public zone, where an identity changes its records. */
  readonly zoneArn?: string;
  /** The issuer and its provider; none where pods use their node's role. */
  readonly issuer?: { readonly host: string; readonly providerArn: string };
  /** Name of the role of a kind of node, for where there is no issuer. */
  readonly nodeRoleName: (kind: Role) => string;
}

/**
 * Policies of workload identities, on roles of their own or on those of the nodes that they run on; gives the ARNs of
 * the roles by identity. Ids carry an underscore, which no node's name can have.
 */
export function identityRoles(
  scope: Construct,
  cluster: Cluster,
  identities: readonly AwsIdentity[],
  context: Context,
): Record<string, string> {
  const made = new Map<string, string>();
  const policyArn = (name: string, statements: Parameters<typeof policyDocument>[2]) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const { arn } = new IamPolicy(scope, `policy_${name}`, {
      name: `${cluster.names.cluster}-${name}`,
      description: `${cluster.names.cluster}: ${name}`,
      policy: policyDocument(scope, `allow_${name}`, statements),
    });
    made.set(name, arn);
    return arn;
  };
  const arns: Record<string, string> = {};
  const attached = new Set<string>();
  const attach = (id: string, role: string, arn: string) => {
    if (!attached.has(id)) new IamRolePolicyAttachment(scope, id, { role, policyArn: arn });
    attached.add(id);
  };
  for (const identity of identities) {
    const policies = policiesOf(identity.permission, cluster, { region: cluster.region, ...context });
    const role = context.issuer ? ownRole(scope, identity, context.issuer) : undefined;
    if (role) arns[identity.name] = role.arn;
    for (const [name, statements] of Object.entries(policies)) {
      const arn = policyArn(name, statements);
      if (role) attach(`role_${identity.name}_${name}`, role.name, arn);
      else
        for (const kind of identityNodeKinds(cluster, identity))
          attach(`node_${kind}_${name}`, context.nodeRoleName(kind), arn);
    }
  }
  return arns;
}

function ownRole(
  scope: Construct,
  identity: AwsIdentity,
  { host, providerArn }: NonNullable<Context['issuer']>,
): IamRole {
  const trust = policyDocument(scope, `trust_${identity.name}`, [
    {
      sid: 'ServiceAccount',
      why: `Pods of the service account ${identity.namespace}/${identity.serviceAccount}, and no other, take this role.`,
      principals: [{ type: 'Federated', identifiers: [providerArn] }],
      actions: ['sts:AssumeRoleWithWebIdentity'],
      conditions: [
        {
          test: 'StringEquals',
          variable: `${host}:sub`,
          values: [`system:serviceaccount:${identity.namespace}:${identity.serviceAccount}`],
        },
        { test: 'StringEquals', variable: `${host}:aud`, values: [awsTokenAudience] },
      ],
    },
  ]);
  return new IamRole(scope, `role_${identity.name}`, {
    name: identity.roleName,
    description: `Service account ${identity.namespace}/${identity.serviceAccount}`,
    assumeRolePolicy: trust,
  });
}
