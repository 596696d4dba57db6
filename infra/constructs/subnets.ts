import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { Construct } from 'constructs';
import type { Cluster, Zone } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { subnetName } from '../../model/network/subnet-name';

/** Ids of what the subnets consist of, by zone. */
export interface MadeSubnets {
  readonly publicIds: Readonly<Record<string, string>>;
  readonly privateIds: Readonly<Record<string, string>>;
  readonly routeTableIds: readonly string[];
}

/** Public subnets with an internet gateway and, where machines have no public address, private ones beside them. */
export function subnets(scope: Construct, cluster: Cluster, vpcId: string): MadeSubnets {
  const { names, network } = cluster;
  const gateway = new InternetGateway(scope, 'internet-gateway', { vpcId, tags: { Name: names.cluster } });
  const routes = new RouteTable(scope, 'public', { vpcId, tags: { Name: `${names.cluster}-public` } });
  new Route(scope, 'public-internet', {
    routeTableId: routes.id,
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: gateway.id,
  });
  const publicIds: Record<string, string> = {};
  const privateIds: Record<string, string> = {};
  const routeTableIds = [routes.id];
  for (const [letter, zone] of byName(network.zones)) {
    const publicSubnet = subnet(scope, cluster, { vpcId, zone, kind: 'public', cidr: zone.publicSubnet });
    associate(scope, `public-${letter}`, publicSubnet, routes);
    publicIds[letter] = publicSubnet.id;
    if (zone.privateSubnet === undefined) continue;
    const privateSubnet = subnet(scope, cluster, { vpcId, zone, kind: 'private', cidr: zone.privateSubnet });
    const privateRoutes = new RouteTable(scope, `private-routes-${letter}`, {
      vpcId,
      tags: { Name: subnetName(cluster, 'private', letter) },
    });
    associate(scope, `private-${letter}`, privateSubnet, privateRoutes);
    if (network.egress === 'nat-gateway')
      nat(scope, cluster, { letter, gateway, publicSubnet, privateRoutes });
    privateIds[letter] = privateSubnet.id;
    routeTableIds.push(privateRoutes.id);
  }
  return { publicIds, privateIds, routeTableIds };
}

function subnet(
  scope: Construct,
  cluster: Cluster,
  { vpcId, zone, kind, cidr }: { vpcId: string; zone: Zone; kind: 'public' | 'private'; cidr: string },
): Subnet {
  return new Subnet(scope, `${kind}-${zone.letter}`, {
    vpcId,
    cidrBlock: cidr,
    availabilityZone: zone.name,
    mapPublicIpOnLaunch: false,
    tags: {
      Name: subnetName(cluster, kind, zone.letter),
      // By these two tags the load balancer controller finds where to put load balancers (A46).
      [cluster.names.clusterTag]: 'owned',
      [kind === 'public' ? 'kubernetes.io/role/elb' : 'kubernetes.io/role/internal-elb']: '1',
    },
  });
}

function associate(scope: Construct, id: string, { id: subnetId }: Subnet, { id: routeTableId }: RouteTable) {
  new RouteTableAssociation(scope, `${id}-routes`, { subnetId, routeTableId });
}

/** One NAT gateway a zone, so that the loss of a zone takes no other zone's way out. */
function nat(
  scope: Construct,
  cluster: Cluster,
  place: { letter: string; gateway: InternetGateway; publicSubnet: Subnet; privateRoutes: RouteTable },
): void {
  const name = `${cluster.names.cluster}-nat-${place.letter}`;
  const address = new Eip(scope, `nat-${place.letter}`, { domain: 'vpc', tags: { Name: name } });
  const natGateway = new NatGateway(scope, `nat-gateway-${place.letter}`, {
    allocationId: address.allocationId,
    subnetId: place.publicSubnet.id,
    tags: { Name: name },
    dependsOn: [place.gateway],
  });
  new Route(scope, `private-${place.letter}-internet`, {
    routeTableId: place.privateRoutes.id,
    destinationCidrBlock: '0.0.0.0/0',
    natGatewayId: natGateway.id,
  });
}
