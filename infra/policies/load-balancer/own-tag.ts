import type { ArnContext } from '../statement';

/** Tag that the controller puts on what it makes, with the cluster's name as its value. */
export const ownTag = 'elbv2.k8s.aws/cluster';

export interface LoadBalancerContext extends ArnContext {
  /** The controller's `clusterName`. */
  readonly cluster: string;
}

/** Condition: what is made is marked as this cluster's own. */
export const requested = (cluster: string) => ({
  test: 'StringEquals',
  variable: `aws:RequestTag/${ownTag}`,
  values: [cluster],
});
/** Condition: it was marked as this cluster's own when it was made. */
export const owned = (cluster: string) => ({
  test: 'StringEquals',
  variable: `aws:ResourceTag/${ownTag}`,
  values: [cluster],
});
