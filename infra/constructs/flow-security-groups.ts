import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import type { Endpoint, MachineFlow, MachineGroup } from '../../model/flows/machine-flow';
import { machineFlows } from '../../model/flows/machine-flows';
import { machineGroupName, machineGroups } from '../../model/flows/machine-groups';

/** Ids of the security groups that a cluster has. */
export type SecurityGroupIds = ReadonlyMap<MachineGroup, string>;

interface Place {
  readonly vpcId: string;
  /** Prefix list of the S3 gateway endpoint. */
  readonly s3PrefixListId: string;
}

/** Makes the security groups and, from the table of flows, one described rule for each flow. */
export function flowSecurityGroups(scope: Construct, cluster: Cluster, place: Place): SecurityGroupIds {
  const ids = new Map(
    machineGroups(cluster).map(([name, description]) => {
      const groupName = machineGroupName(cluster, name);
      const { id } = new SecurityGroup(scope, name, {
        name: groupName,
        description,
        vpcId: place.vpcId,
        tags: { Name: groupName },
      });
      return [name, id] as const;
    }),
  );
  for (const flow of machineFlows(cluster)) rule(scope, { ids, place }, flow);
  return ids;
}

/** A rule of the group that receives or, where the traffic goes to an address, of the one that sends. */
function rule(scope: Construct, { ids, place }: { ids: SecurityGroupIds; place: Place }, flow: MachineFlow) {
  const [fromPort, toPort] = flow.ports;
  const rest = {
    description: flow.why,
    ipProtocol: flow.protocol,
    fromPort,
    toPort,
    tags: { Name: flow.name },
  };
  const peer = (end: Endpoint) => {
    if ('group' in end) return { referencedSecurityGroupId: groupId(ids, end.group) };
    return 'cidr' in end ? { cidrIpv4: end.cidr } : { prefixListId: place.s3PrefixListId };
  };
  if ('group' in flow.to)
    new VpcSecurityGroupIngressRule(scope, flow.name, {
      securityGroupId: groupId(ids, flow.to.group),
      ...rest,
      ...peer(flow.from),
    });
  else if ('group' in flow.from)
    new VpcSecurityGroupEgressRule(scope, flow.name, {
      securityGroupId: groupId(ids, flow.from.group),
      ...rest,
      ...peer(flow.to),
    });
}

function groupId(ids: SecurityGroupIds, name: MachineGroup): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`a flow names the group ${name}, which the cluster does not have`);
  return id;
}
