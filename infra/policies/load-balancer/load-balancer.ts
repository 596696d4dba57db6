import type { Statement } from '../statement';
import { loadBalancers } from './load-balancers';
import { reading } from './reading';
import { securityGroups } from './security-groups';
import type { LoadBalancerContext } from './own-tag';

/**
 * AWS Load Balancer Controller: the action set published with v2.13
 * (https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v2.13.4/docs/install/iam_policy.json). Where the
 * published policy asks only that the cluster's tag exists, this one asks for the name of this cluster, and where it
 * takes any resource, this one names the kind. In two policies: AWS takes 6,144 characters in one.
 */
export function loadBalancer(context: LoadBalancerContext): Readonly<Record<string, Statement[]>> {
  return {
    'load-balancer-lookup': reading(context),
    'load-balancer': [...securityGroups(context), ...loadBalancers(context)],
  };
}
