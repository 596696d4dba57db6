import type { Cluster, Node } from '../cluster';
import { controlPlaneTaint } from '../resolve/nodes';
import { allocatable } from './allocatable';
import type { SchedulerNode } from './scheduling/node';

/** The cluster's machines as the scheduler will see them. */
export function schedulerNodes({ nodes }: Cluster): SchedulerNode[] {
  return Object.values(nodes).map((node) => ({
    name: node.name,
    labels: nodeLabels(node),
    taints: node.taints.map(({ key, value, effect }) => ({ key, value: value ?? '', effect })),
    unschedulable: false,
    zone: node.zone.letter,
    allocatable: allocatable(node.instance, node.rootVolumeGiB),
  }));
}

/**
 * The definition's labels, those that every kubelet sets, kubeadm's on a control plane, and the zone that the EBS CSI
 * driver publishes. No cloud controller runs, so nothing sets `topology.kubernetes.io/zone`.
 */
function nodeLabels({ name, role, labels, zone }: Node): Record<string, string> {
  return {
    ...labels,
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'topology.ebs.csi.aws.com/zone': zone.name,
    ...(role === 'control-plane' ? { [controlPlaneTaint.key]: '' } : {}),
  };
}
