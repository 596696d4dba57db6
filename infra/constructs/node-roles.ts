import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { Construct } from 'constructs';
import { nodeKinds } from '../../model/aws/identity-nodes';
import type { Cluster } from '../../model/cluster';
import type { Role } from '../../model/definition/role-definition';
import { policyDocument } from './policy-document';

/** AWS's own policy for the Systems Manager agent: sessions, inventory, patches. */
const ssmCore = 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore';

/** Name of the role and instance profile of one kind of node. */
export const nodeRoleName = ({ names }: Pick<Cluster, 'names'>, kind: Role): string =>
  `${names.cluster}-node-${kind}`;

/** Names of what one kind of node has, as references that wait for it. */
export interface NodeRole {
  readonly roleName: string;
  readonly profileName: string;
}

/** A role for each kind of node, with the Systems Manager agent's policy alone. */
export function nodeRoles(scope: Construct, cluster: Cluster): ReadonlyMap<Role, NodeRole> {
  const trust = policyDocument(scope, 'trust_node', [
    {
      sid: 'Ec2',
      why: 'Machines take the role through their instance profile.',
      principals: [{ type: 'Service', identifiers: ['ec2.amazonaws.com'] }],
      actions: ['sts:AssumeRole'],
    },
  ]);
  return new Map(
    nodeKinds(cluster).map((kind) => {
      const name = nodeRoleName(cluster, kind);
      const role = new IamRole(scope, `node_${kind}`, {
        name,
        description: `Machines of the kind ${kind}`,
        assumeRolePolicy: trust,
      });
      new IamRolePolicyAttachment(scope, `node_${kind}_ssm`, { role: role.name, policyArn: ssmCore });
      const profile = new IamInstanceProfile(scope, `profile_${kind}`, { name, role: role.name });
      return [kind, { roleName: role.name, profileName: profile.name }] as const;
    }),
  );
}
