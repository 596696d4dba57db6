import type { Statement } from '../statement';
import { owned, ownTag, requested, type LoadBalancerContext } from './own-tag';

/** Groups of load balancers, and the rules by which they reach the machines. */
export function securityGroups({ region, account, cluster }: LoadBalancerContext): Statement[] {
  const groups = `arn:aws:ec2:${region}:${account}:security-group/*`;
  return [
    {
      sid: 'CreateSecurityGroups',
      why: 'A load balancer without a group of ours gets one of its own in the VPC.',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [groups, `arn:aws:ec2:${region}:${account}:vpc/*`],
    },
    {
      sid: 'TagNewSecurityGroups',
      why: 'A group is marked as one of this cluster while it is made.',
      actions: ['ec2:CreateTags'],
      resources: [groups],
      conditions: [
        { test: 'StringEquals', variable: 'ec2:CreateAction', values: ['CreateSecurityGroup'] },
        requested(cluster),
      ],
    },
    {
      sid: 'TagOwnSecurityGroups',
      why: 'Other tags of its own groups follow the Ingress; the mark of the cluster stays.',
      actions: ['ec2:CreateTags', 'ec2:DeleteTags'],
      resources: [groups],
      conditions: [{ test: 'Null', variable: `aws:RequestTag/${ownTag}`, values: ['true'] }, owned(cluster)],
    },
    {
      sid: 'DeleteOwnSecurityGroups',
      why: 'A group that the controller made goes with its load balancer.',
      actions: ['ec2:DeleteSecurityGroup'],
      resources: [groups],
      conditions: [owned(cluster)],
    },
    {
      sid: 'OpenOwnSecurityGroups',
      why: 'Listeners open ports on the groups that the controller made.',
      actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      resources: [groups],
      conditions: [owned(cluster)],
    },
    {
      sid: 'OpenClusterSecurityGroups',
      why: 'Where an Ingress asks for it, the controller lets its load balancer reach the machines of this cluster.',
      actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
      resources: [groups],
      conditions: [{ test: 'StringEquals', variable: 'aws:ResourceTag/Cluster', values: [cluster] }],
    },
  ];
}
