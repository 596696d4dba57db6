import { allocatable } from '../../model/capacity/allocatable';
import type { Node } from '../../model/cluster';
import type { KubernetesObject } from '../../model/kubernetes-object';

/** Driver whose volumes a node attaches, and the label by which it knows the node's zone. */
export const ebsDriver = 'ebs.csi.aws.com';
export const ebsZoneLabel = 'topology.ebs.csi.aws.com/zone';

/** The Node as its kubelet registers it, with the capacity that the placement proof counts with. */
export function nodeObject(node: Node): KubernetesObject {
  const room = allocatable(node.instance, node.rootVolumeGiB);
  const status = {
    capacity: {
      cpu: String(node.instance.vcpu),
      memory: `${String(node.instance.visibleMemoryMiB)}Mi`,
      'ephemeral-storage': `${String(node.rootVolumeGiB)}Gi`,
      pods: String(room.pods),
    },
    allocatable: {
      cpu: `${String(room.cpuMilli)}m`,
      memory: String(room.memoryBytes),
      'ephemeral-storage': String(Math.floor(room.ephemeralBytes)),
      pods: String(room.pods),
    },
    addresses: [
      { type: 'InternalIP', address: node.privateIp },
      { type: 'Hostname', address: node.name },
    ],
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: node.name, labels: { ...ownLabels(node), ...node.labels } },
    spec: { taints: node.taints, providerID: `aws:///${node.zone.name}/${node.name}` },
    status,
  };
}

/** What the EBS driver registers for a node: its name there and how many volumes it can attach. */
export function csiNodeObject(node: Node): KubernetesObject {
  const { volumes } = allocatable(node.instance, node.rootVolumeGiB);
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSINode',
    metadata: { name: node.name },
    spec: {
      drivers: [
        {
          name: ebsDriver,
          nodeID: node.name,
          topologyKeys: [ebsZoneLabel],
          allocatable: { count: volumes },
        },
      ],
    },
  };
}

/** Labels that no definition names: the kubelet's, kubeadm's on a control plane, and the EBS driver's. */
function ownLabels(node: Node): Record<string, string> {
  return {
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/hostname': node.name,
    'kubernetes.io/os': 'linux',
    [ebsZoneLabel]: node.zone.name,
    ...(node.role === 'control-plane'
      ? {
          'node-role.kubernetes.io/control-plane': '',
          'node.kubernetes.io/exclude-from-external-load-balancers': '',
        }
      : {}),
  };
}
