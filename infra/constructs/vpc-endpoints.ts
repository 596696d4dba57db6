import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import type { SecurityGroupIds } from './flow-security-groups';

/** AWS services that machines and controllers call where nothing leaves the VPC, by the last part of their name. */
const interfaceServices: Readonly<Record<string, string>> = {
  ssm: 'Systems Manager: sessions and parameters',
  ssmmessages: 'Session Manager channels',
  ec2messages: 'Run Command of the SSM agent',
  ec2: 'EBS CSI driver and load balancer controller',
  elasticloadbalancing: 'Load balancer controller',
  sts: 'Roles of service accounts',
};

/** The free gateway endpoint for S3, which keeps images and backups off the internet and off a NAT gateway's bill. */
export function s3Endpoint(
  scope: Construct,
  cluster: Cluster,
  place: { vpcId: string; routeTableIds: readonly string[] },
): VpcEndpoint {
  return new VpcEndpoint(scope, 's3', {
    vpcId: place.vpcId,
    serviceName: `com.amazonaws.${cluster.region}.s3`,
    vpcEndpointType: 'Gateway',
    routeTableIds: [...place.routeTableIds],
    tags: { Name: `${cluster.names.cluster}-s3` },
  });
}

/** Interface endpoints in every private subnet, for clusters whose machines have no other way out. */
export function interfaceEndpoints(
  scope: Construct,
  cluster: Cluster,
  place: { vpcId: string; subnetIds: readonly string[]; groups: SecurityGroupIds },
): void {
  const group = place.groups.get('vpc-endpoints');
  if (group === undefined) return;
  for (const [service, purpose] of Object.entries(interfaceServices))
    new VpcEndpoint(scope, service, {
      vpcId: place.vpcId,
      serviceName: `com.amazonaws.${cluster.region}.${service}`,
      vpcEndpointType: 'Interface',
      privateDnsEnabled: true,
      subnetIds: [...place.subnetIds],
      securityGroupIds: [group],
      tags: { Name: `${cluster.names.cluster}-${service}`, Purpose: purpose },
    });
}
