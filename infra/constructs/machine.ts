import { Instance } from '@cdktf/provider-aws/lib/instance';
import type { Construct } from 'constructs';
import type { Cluster, Node } from '../../model/cluster';
import { userData } from '../user-data';

interface MachinePlace {
  readonly imageId: string;
  readonly subnetId: string;
  readonly securityGroupIds: readonly string[];
  readonly instanceProfile: string;
  readonly keyName: string;
}

/** Nodes whose loss loses data or the way to it: etcd on control planes, and what the volumes of databases hang on. */
export const holdsData = ({ role }: Node): boolean => role === 'control-plane' || role === 'infrastructure';

/**
 * One machine. A new image or other user data is ignored: both would replace or restart it, and neither reaches what
 * runs (incidents A43, A44).
 */
export function machine(scope: Construct, cluster: Cluster, node: Node, place: MachinePlace): Instance {
  const isPublic = cluster.network.egress === 'internet-gateway';
  return new Instance(scope, node.name, {
    ami: place.imageId,
    instanceType: node.type,
    subnetId: place.subnetId,
    privateIp: node.privateIp,
    associatePublicIpAddress: isPublic,
    vpcSecurityGroupIds: [...place.securityGroupIds],
    iamInstanceProfile: place.instanceProfile,
    keyName: place.keyName,
    userData: userData(cluster, node),
    ebsOptimized: true,
    // VXLAN wraps pods' packets into those of the machine, so the check may stay on.
    sourceDestCheck: true,
    disableApiTermination: holdsData(node),
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      // One hop ends at the machine; a pod is one further. Only where pods use their node's role do they need it.
      httpPutResponseHopLimit: cluster.identity === 'node' ? 2 : 1,
      instanceMetadataTags: 'disabled',
    },
    rootBlockDevice: {
      volumeType: 'gp3',
      volumeSize: node.rootVolumeGiB,
      encrypted: true,
      tags: { Name: node.name },
    },
    tags: {
      Name: node.name,
      Role: node.role,
      ...(node.serves === undefined ? {} : { Serves: node.serves }),
      BringUp: String(node.bringUp),
      [cluster.names.clusterTag]: 'owned',
    },
    lifecycle: {
      ignoreChanges: ['ami', 'user_data'],
      ...(holdsData(node) ? { preventDestroy: true } : {}),
    },
  });
}
