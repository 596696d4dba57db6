import type { Statement } from '../statement';
import { owned, ownTag, requested, type LoadBalancerContext } from './own-tag';

/** Load balancers, listeners, rules and targets. */
export function loadBalancers({ region, account, cluster }: LoadBalancerContext): Statement[] {
  const arn = (path: string) => `arn:aws:elasticloadbalancing:${region}:${account}:${path}`;
  const balancers = [arn('loadbalancer/app/*'), arn('loadbalancer/net/*')];
  const targets = arn('targetgroup/*');
  const listeners = [arn('listener/*'), arn('listener-rule/*')];
  const elb = (...actions: string[]) => actions.map((action) => `elasticloadbalancing:${action}`);
  return [
    {
      sid: 'CreateLoadBalancers',
      why: 'An Ingress group becomes a load balancer and target groups, each marked with this cluster.',
      actions: elb('CreateLoadBalancer', 'CreateTargetGroup'),
      resources: [...balancers, targets],
      conditions: [requested(cluster)],
    },
    {
      sid: 'TagNewLoadBalancers',
      why: 'Load balancers and target groups are marked while they are made.',
      actions: elb('AddTags'),
      resources: [...balancers, targets],
      conditions: [
        {
          test: 'StringEquals',
          variable: 'elasticloadbalancing:CreateAction',
          values: ['CreateTargetGroup', 'CreateLoadBalancer'],
        },
        requested(cluster),
      ],
    },
    {
      sid: 'TagOwnLoadBalancers',
      why: 'Other tags follow the Ingress; the mark of the cluster stays.',
      actions: elb('AddTags', 'RemoveTags'),
      resources: [...balancers, targets],
      conditions: [{ test: 'Null', variable: `aws:RequestTag/${ownTag}`, values: ['true'] }, owned(cluster)],
    },
    {
      sid: 'TagListeners',
      why: 'Listeners and rules carry the tags of their Ingress.',
      actions: elb('AddTags', 'RemoveTags'),
      resources: listeners,
    },
    {
      sid: 'ManageListeners',
      why: 'Hosts and paths of the Ingresses are listeners and rules, which carry no mark of the cluster when made.',
      actions: elb(
        'CreateListener',
        'DeleteListener',
        'CreateRule',
        'DeleteRule',
        'SetWebAcl',
        'ModifyListener',
        'AddListenerCertificates',
        'RemoveListenerCertificates',
        'ModifyRule',
        'SetRulePriorities',
      ),
      resources: [...balancers, ...listeners],
    },
    {
      sid: 'ManageOwnLoadBalancers',
      why: 'What the controller made follows the Ingress and goes with it; load balancers of others stay untouched.',
      actions: elb(
        'ModifyLoadBalancerAttributes',
        'SetIpAddressType',
        'SetSecurityGroups',
        'SetSubnets',
        'DeleteLoadBalancer',
        'ModifyTargetGroup',
        'ModifyTargetGroupAttributes',
        'DeleteTargetGroup',
        'ModifyListenerAttributes',
        'ModifyCapacityReservation',
        'ModifyIpPools',
      ),
      resources: [...balancers, targets, ...listeners],
      conditions: [owned(cluster)],
    },
    {
      sid: 'RegisterTargets',
      why: 'Machines join and leave the target groups of NodePort Services.',
      actions: elb('RegisterTargets', 'DeregisterTargets'),
      resources: [targets],
    },
  ];
}
