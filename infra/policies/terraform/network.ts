import type { Cluster } from '../../../model/cluster';
import type { ArnContext, Statement } from '../statement';
import { change, make, read } from './ec2-actions';

/** Networks, machines and the load balancer before several control planes. */
export function terraformNetwork({ names, network }: Cluster, { region, account }: ArnContext): Statement[] {
  const everything = `arn:aws:ec2:${region}:${account}:*`;
  return [
    {
      sid: 'ReadMachines',
      why: 'A plan compares every resource with AWS; describing takes no resource.',
      actions: [...read.map((kind) => `ec2:Describe${kind}`), 'elasticloadbalancing:Describe*'],
      resources: ['*'],
    },
    {
      sid: 'MakeMachines',
      why: 'An apply makes networks and machines, in the region of this cluster only.',
      actions: make.map((action) => `ec2:${action}`),
      resources: [everything, `arn:aws:ec2:${region}::image/*`],
    },
    {
      sid: 'ChangeOwnMachines',
      why: 'An apply changes and removes what carries the tag of this cluster, and nothing else.',
      actions: change.map((action) => `ec2:${action}`),
      resources: [everything],
      conditions: [{ test: 'StringEquals', variable: 'aws:ResourceTag/Cluster', values: [names.cluster] }],
    },
    {
      sid: 'ApiLoadBalancer',
      why: 'Several control planes stand behind one load balancer, named after this cluster.',
      actions: [
        'elasticloadbalancing:AddTags',
        'elasticloadbalancing:CreateListener',
        'elasticloadbalancing:CreateLoadBalancer',
        'elasticloadbalancing:CreateTargetGroup',
        'elasticloadbalancing:DeleteListener',
        'elasticloadbalancing:DeleteLoadBalancer',
        'elasticloadbalancing:DeleteTargetGroup',
        'elasticloadbalancing:DeregisterTargets',
        'elasticloadbalancing:ModifyListener',
        'elasticloadbalancing:ModifyLoadBalancerAttributes',
        'elasticloadbalancing:ModifyTargetGroup',
        'elasticloadbalancing:ModifyTargetGroupAttributes',
        'elasticloadbalancing:RegisterTargets',
        'elasticloadbalancing:SetSecurityGroups',
        'elasticloadbalancing:SetSubnets',
      ],
      resources: ['loadbalancer/net', 'listener/net', 'targetgroup'].map(
        (kind) => `arn:aws:elasticloadbalancing:${region}:${account}:${kind}/${names.cluster}-*`,
      ),
    },
    ...(network.flowLogs ? [flowLog(names, { region, account })] : []),
  ];
}

const flowLog = (names: Cluster['names'], { region, account }: ArnContext): Statement => ({
  sid: 'KeepFlowLog',
  why: 'The log of the traffic has a group of its own, which the flow log service writes with a role of this cluster.',
  actions: [
    'iam:PassRole',
    'logs:CreateLogGroup',
    'logs:DeleteLogGroup',
    'logs:DescribeLogGroups',
    'logs:ListTagsForResource',
    'logs:PutRetentionPolicy',
    'logs:TagResource',
  ],
  resources: [
    `arn:aws:iam::${account}:role/${names.cluster}-vpc-flow-log`,
    `arn:aws:logs:${region}:${account}:log-group:${names.parameterPath}/*`,
    // What describing is checked against.
    `arn:aws:logs:${region}:${account}:log-group::log-stream:*`,
  ],
});
