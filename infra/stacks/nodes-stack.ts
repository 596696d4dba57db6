import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import type { Instance } from '@cdktf/provider-aws/lib/instance';
import { KeyPair } from '@cdktf/provider-aws/lib/key-pair';
import type { Construct } from 'constructs';
import { awsIdentities } from '../../model/aws/identities';
import { sshPublicKeyParameter } from '../../model/aws/parameter-names';
import { issuerHost, serviceAccountIssuer } from '../../model/aws/service-account-issuer';
import type { Cluster } from '../../model/cluster';
import type { Role } from '../../model/definition/role-definition';
import { byName } from '../../model/resolve/by-name';
import { apiLoadBalancer } from '../constructs/api-load-balancer';
import { found } from '../constructs/found';
import { identityRoles } from '../constructs/identity-roles';
import { machine } from '../constructs/machine';
import { networkLookup, type NetworkLookup } from '../constructs/network-lookup';
import { nodeRoles, type NodeRole } from '../constructs/node-roles';
import { oidcProvider } from '../constructs/oidc-provider';
import { outputs } from '../constructs/outputs';
import { parameters } from '../constructs/parameters';
import { PlatformStack } from '../constructs/platform-stack';
import { inventory } from '../inventory/inventory';

/** Canonical's public parameter for its current Ubuntu 22.04 image; changes of it are ignored by every machine. */
const ubuntuImage = '/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id';

/** Roles, the key, the machines, and what the next layers need to know of them. */
export class NodesStack extends PlatformStack {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'nodes');
    const account = new DataAwsCallerIdentity(this, 'current_account', {}).accountId;
    const network = networkLookup(this, cluster);
    const nodeKinds = nodeRoles(this, cluster);
    const instances = this.machines(network, nodeKinds);
    const issuer = serviceAccountIssuer(cluster);
    const identities = identityRoles(
      this,
      cluster,
      // external-dns has its role where its zone is made.
      awsIdentities(cluster).filter(({ permission }) => permission !== 'dns'),
      {
        account,
        nodeRoleName: (kind) => found(nodeKinds, kind).roleName,
        ...(issuer ? { issuer: { host: issuerHost(issuer), providerArn: oidcProvider(this, issuer) } } : {}),
      },
    );
    const endpoint = this.apiEndpoint(network, instances);
    const machines = Object.fromEntries(
      [...instances].map(([name, { id, privateIp }]) => [name, { instanceId: id, privateIp }]),
    );
    parameters(this, cluster, {
      'aws/account-id': ['Account of the cluster; part of the ARN of every role', account],
      'network/vpc-id': ['The VPC', network.vpcId],
      'network/public-subnet-ids': ['Public subnets, by zone', [...network.publicSubnetIds.values()]],
      'network/load-balancer-security-group-id': [
        'Security group of the shared load balancer',
        found(network.groupIds, 'load-balancer'),
      ],
    });
    outputs(this, {
      account_id: ['Account of the cluster', account, 'sensitive'],
      nodes: [
        'Every machine by name',
        Object.fromEntries(
          [...instances].map(([name, { id, privateIp, publicIp }]) => [
            name,
            { id, private_ip: privateIp, public_ip: publicIp },
          ]),
        ),
      ],
      ...endpoint.outputs,
      ansible_inventory: [
        'Inventory with addresses, of the same shape as the committed one',
        inventory(cluster, { machines, ...endpoint.addresses }),
      ],
      identity_roles: ['Role of each workload identity', identities, 'sensitive'],
    });
  }

  private machines(network: NetworkLookup, roles: ReadonlyMap<Role, NodeRole>): Map<string, Instance> {
    const { cluster } = this;
    const imageId =
      cluster.machineImage ??
      new DataAwsSsmParameter(this, 'ubuntu_image', { name: ubuntuImage }).insecureValue;
    const publicKey = new DataAwsSsmParameter(this, 'ssh_public_key', {
      name: sshPublicKeyParameter(cluster),
    }).insecureValue;
    const { keyName } = new KeyPair(this, 'ssh_key', {
      keyName: `${cluster.names.cluster}-machines`,
      publicKey,
      tags: { Name: `${cluster.names.cluster}-machines` },
    });
    return new Map(
      byName(cluster.nodes).map(([name, node]) => [
        name,
        machine(this, cluster, node, {
          imageId,
          subnetId: found(network.machineSubnetIds, node.zone.letter),
          securityGroupIds: [
            found(network.groupIds, 'cluster'),
            ...(node.role === 'control-plane' ? [found(network.groupIds, 'control-plane')] : []),
          ],
          instanceProfile: found(roles, node.role).profileName,
          keyName,
        }),
      ]),
    );
  }

  /** What answers at the API server's address. */
  private apiEndpoint(network: NetworkLookup, instances: ReadonlyMap<string, Instance>) {
    const { cluster } = this;
    if (cluster.controlPlane.endpoint === 'network-load-balancer') {
      const loadBalancer = apiLoadBalancer(this, cluster, network);
      return {
        addresses: { loadBalancer },
        outputs: { api_load_balancer: ['What stands before the control planes', loadBalancer] as const },
      };
    }
    const only = byName(cluster.nodes).find(([, { role }]) => role === 'control-plane');
    const { publicIp } = new Eip(this, 'control_plane_address', {
      domain: 'vpc',
      instance: found(instances, only?.[0] ?? 'the control plane').id,
      tags: { Name: `${cluster.names.cluster}-api` },
      lifecycle: { preventDestroy: true },
    });
    return {
      addresses: { publicIp },
      outputs: { api_public_ip: ['Address of the API server for administrators', publicIp] as const },
    };
  }
}
