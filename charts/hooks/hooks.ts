import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { ansibleBootstrapHook } from './ansible-bootstrap';
import { awsIdentityHook } from './aws-identity';
import { labelNodesHook } from './label-nodes';
import { smokeTestHook } from './smoke-test';

/** The hooks around every sync of `infrastructure`, in the order in which they run. */
export function hooks(chart: Chart, cluster: Cluster): void {
  if (cluster.identity === 'oidc') awsIdentityHook(chart, cluster);
  ansibleBootstrapHook(chart, cluster);
  labelNodesHook(chart, cluster);
  smokeTestHook(chart, cluster);
}
