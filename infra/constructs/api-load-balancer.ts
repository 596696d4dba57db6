import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbTargetGroupAttachment } from '@cdktf/provider-aws/lib/lb-target-group-attachment';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { ports } from '../../model/workloads/ports';
import { found } from './found';
import type { NetworkLookup } from './network-lookup';

const port = ports.kubernetesApi;

/**
 * The one address of several control planes, inside the VPC; gives its DNS name. Targets are addresses and not
 * instances: a control plane that calls the API through the load balancer would otherwise be sent back to itself with
 * its own address as the source, and the connection would hang.
 */
export function apiLoadBalancer(scope: Construct, cluster: Cluster, network: NetworkLookup): string {
  const name = `${cluster.names.cluster}-api`;
  const balancer = new Lb(scope, 'api_load_balancer', {
    name,
    loadBalancerType: 'network',
    internal: true,
    subnets: [...network.machineSubnetIds.values()],
    securityGroups: [found(network.groupIds, 'api-load-balancer')],
    enableCrossZoneLoadBalancing: true,
    enableDeletionProtection: true,
    tags: { Name: name },
  });
  const targets = new LbTargetGroup(scope, 'api_targets', {
    name,
    port,
    protocol: 'TCP',
    targetType: 'ip',
    vpcId: network.vpcId,
    preserveClientIp: 'false',
    deregistrationDelay: '30',
    healthCheck: { protocol: 'HTTPS', path: '/readyz', port: String(port), matcher: '200', interval: 10 },
    tags: { Name: name },
  });
  new LbListener(scope, 'api_listener', {
    loadBalancerArn: balancer.arn,
    port,
    protocol: 'TCP',
    defaultAction: [{ type: 'forward', targetGroupArn: targets.arn }],
    tags: { Name: name },
  });
  for (const [, node] of byName(cluster.nodes))
    if (node.role === 'control-plane')
      new LbTargetGroupAttachment(scope, `api_target_${node.name}`, {
        targetGroupArn: targets.arn,
        targetId: node.privateIp,
        port,
      });
  return balancer.dnsName;
}
