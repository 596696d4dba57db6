import { issuerHost, serviceAccountIssuer } from '../../../model/aws/service-account-issuer';
import type { Cluster } from '../../../model/cluster';
import type { ArnContext, Statement } from '../statement';

/** Roles, the issuer and parameters. */
export function terraformAccess(cluster: Cluster, { region, account }: ArnContext): Statement[] {
  const { names } = cluster;
  const iam = (kind: string) => `arn:aws:iam::${account}:${kind}/${names.cluster}-*`;
  const issuer = serviceAccountIssuer(cluster);
  const provider = issuer ? [`arn:aws:iam::${account}:oidc-provider/${issuerHost(issuer)}`] : [];
  return [
    {
      sid: 'KeepOwnRoles',
      why: 'Roles and policies of machines and controllers begin with the name of this cluster.',
      actions: [
        'iam:Get*',
        'iam:List*',
        ...['Role', 'Policy', 'InstanceProfile'].flatMap((kind) =>
          ['Create', 'Delete', 'Tag', 'Untag'].map((verb) => `iam:${verb}${kind}`),
        ),
        'iam:AddRoleToInstanceProfile',
        'iam:AttachRolePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicyVersion',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePolicy',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      resources: [iam('role'), iam('policy'), iam('instance-profile')],
    },
    {
      sid: 'PassNodeRoles',
      why: 'A machine starts with the role of its kind.',
      actions: ['iam:PassRole'],
      resources: [`arn:aws:iam::${account}:role/${names.cluster}-node-*`],
      conditions: [{ test: 'StringEquals', variable: 'iam:PassedToService', values: ['ec2.amazonaws.com'] }],
    },
    ...(provider.length
      ? [
          {
            sid: 'KeepIssuer',
            why: "The cluster's issuer is what its service accounts are trusted through.",
            actions: ['Create', 'Delete', 'Get', 'Tag', 'Untag'].map(
              (verb) => `iam:${verb}OpenIDConnectProvider`,
            ),
            resources: provider,
          },
        ]
      : []),
    {
      sid: 'KeepParameters',
      why: 'What the cluster needs to know is written below its own path.',
      actions: [
        'ssm:AddTagsToResource',
        'ssm:DeleteParameter',
        'ssm:GetParameter',
        'ssm:GetParameters',
        'ssm:ListTagsForResource',
        'ssm:PutParameter',
        'ssm:RemoveTagsFromResource',
      ],
      resources: ['network', 'aws', 'edge', 'ssh'].map(
        (part) => `arn:aws:ssm:${region}:${account}:parameter${names.parameterPath}/${part}/*`,
      ),
    },
    {
      sid: 'ReadPublicParameters',
      why: "Canonical publishes the id of its current image; describing parameters takes no resource of one's own.",
      actions: ['ssm:GetParameter', 'ssm:DescribeParameters'],
      resources: [
        `arn:aws:ssm:${region}::parameter/aws/service/canonical/*`,
        `arn:aws:ssm:${region}:${account}:*`,
      ],
    },
  ];
}
