import { DataAwsSecurityGroup } from '@cdktf/provider-aws/lib/data-aws-security-group';
import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet';
import { DataAwsVpc } from '@cdktf/provider-aws/lib/data-aws-vpc';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import type { MachineGroup } from '../../model/flows/machine-flow';
import { machineGroupName, machineGroups } from '../../model/flows/machine-groups';
import { subnetName } from '../../model/network/subnet-name';
import { byName } from '../../model/resolve/by-name';

/** What the network stack made, found by names and tags that the definition decides. */
export interface NetworkLookup {
  readonly vpcId: string;
  readonly publicSubnetIds: ReadonlyMap<string, string>;
  /** Where the machines are, by zone. */
  readonly machineSubnetIds: ReadonlyMap<string, string>;
  readonly groupIds: ReadonlyMap<MachineGroup, string>;
}

/** Looks up the network stack's resources. Ids carry an underscore, which no node's name can have. */
export function networkLookup(scope: Construct, cluster: Cluster): NetworkLookup {
  const { network, names } = cluster;
  const vpcId = new DataAwsVpc(scope, 'cluster_vpc', { tags: { Name: names.cluster } }).id;
  const subnetIds = (kind: 'public' | 'private') =>
    new Map(
      byName(network.zones).map(([letter]) => [
        letter,
        new DataAwsSubnet(scope, `${kind}_${letter}`, {
          vpcId,
          tags: { Name: subnetName(cluster, kind, letter) },
        }).id,
      ]),
    );
  const publicSubnetIds = subnetIds('public');
  const groupIds = new Map(
    machineGroups(cluster).map(([group]) => [
      group,
      new DataAwsSecurityGroup(scope, `group_${group}`, { vpcId, name: machineGroupName(cluster, group) }).id,
    ]),
  );
  return {
    vpcId,
    publicSubnetIds,
    machineSubnetIds: network.egress === 'internet-gateway' ? publicSubnetIds : subnetIds('private'),
    groupIds,
  };
}
