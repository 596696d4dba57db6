import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { flowLog } from '../constructs/flow-log';
import { flowSecurityGroups } from '../constructs/flow-security-groups';
import { outputs } from '../constructs/outputs';
import { PlatformStack } from '../constructs/platform-stack';
import { subnets } from '../constructs/subnets';
import { interfaceEndpoints, s3Endpoint } from '../constructs/vpc-endpoints';

/** VPC, subnets, routes, endpoints and security groups. */
export class NetworkStack extends PlatformStack {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'network');
    const { network, names } = cluster;
    const { id: vpcId } = new Vpc(this, 'vpc', {
      cidrBlock: network.vpcCidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: names.cluster, [names.clusterTag]: 'owned' },
    });
    // AWS makes this group with everything open inside it. Without rules, what is put into it by mistake reaches nothing.
    new DefaultSecurityGroup(this, 'default', { vpcId, tags: { Name: `${names.cluster}-default-closed` } });
    const { publicIds, privateIds, routeTableIds } = subnets(this, cluster, vpcId);
    const s3 = s3Endpoint(this, cluster, { vpcId, routeTableIds });
    const groups = flowSecurityGroups(this, cluster, { vpcId, s3PrefixListId: s3.prefixListId });
    interfaceEndpoints(this, cluster, { vpcId, subnetIds: Object.values(privateIds), groups });
    if (network.flowLogs) flowLog(this, cluster, vpcId);
    outputs(this, {
      vpc_id: ['The VPC', vpcId],
      public_subnet_ids: ['Public subnets by zone', publicIds],
      ...(Object.keys(privateIds).length
        ? { private_subnet_ids: ['Private subnets by zone', privateIds] as const }
        : {}),
      security_group_ids: ['Security groups by name', Object.fromEntries(groups)],
    });
  }
}
