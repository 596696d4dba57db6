import type { Rule } from '../rule';
import { apiServerIsReachable } from './api-server-is-reachable';
import { dnsIsReachable } from './dns-is-reachable';
import { internetIsReachable } from './internet-is-reachable';
import { loadBalancerReachesPods } from './load-balancer-reaches-pods';
import { metadataServiceIsClosed } from './metadata-service-is-closed';
import { peersMeanBoth } from './peers-mean-both';
import { policySelectorsMatch } from './policy-selectors-match';
import { prometheusReachesTargets } from './prometheus-reaches-targets';
import { servicesAreReachable } from './services-are-reachable';

/** Rules over NetworkPolicies and the flows that must survive them. */
export const networkRules: readonly Rule[] = [
  apiServerIsReachable,
  dnsIsReachable,
  internetIsReachable,
  loadBalancerReachesPods,
  metadataServiceIsClosed,
  peersMeanBoth,
  policySelectorsMatch,
  prometheusReachesTargets,
  servicesAreReachable,
];
