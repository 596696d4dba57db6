import { awsIdentities, awsIdentity, awsIdentityMount } from '../../model/aws/identities';
import type { Cluster } from '../../model/cluster';
import { helmReleases } from '../helm/releases';
import type { Source } from '../helm/source';
import type { LoadBalancerControllerValues } from '../helm/values';
import { awsVolumeMounts, awsVolumes } from '../pod/aws-identity';
import { systemPod } from '../system-pod';

/** Charts of the `alb-controller` Application. */
export function albControllerSources(cluster: Cluster): Source[] {
  return [{ kind: 'helm', release: helmReleases['aws-load-balancer-controller'], values: values(cluster) }];
}

function values(cluster: Cluster): LoadBalancerControllerValues {
  const identity = awsIdentity(cluster, 'alb-controller');
  const { serviceAccount = 'aws-load-balancer-controller' } =
    awsIdentities(cluster).find(({ name }) => name === 'alb-controller') ?? {};
  return {
    clusterName: cluster.name,
    region: cluster.region,
    vpcTags: { Name: cluster.names.cluster },
    replicaCount: 1,
    serviceAccount: { create: true, name: serviceAccount },
    defaultTargetType: 'instance',
    // It would stand in the way of every new Service whenever the controller is down, and we make no load balancer
    // from a Service.
    enableServiceMutatorWebhook: false,
    defaultTags: { Cluster: cluster.name, Project: cluster.project, Environment: cluster.environment },
    // The chart takes plain values only, so the role comes from a configuration file.
    env: identity ? { AWS_CONFIG_FILE: `${awsIdentityMount}/config` } : {},
    extraVolumes: awsVolumes(identity),
    extraVolumeMounts: awsVolumeMounts(identity),
    ...systemPod(cluster, '20m', '80Mi', '192Mi'),
  };
}
