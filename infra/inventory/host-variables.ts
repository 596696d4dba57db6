import type { Node } from '../../model/cluster';
import type { ControlPlaneEndpoint } from '../kubeadm/control-plane-endpoint';
import { kubeletPatch } from '../kubeadm/kubelet-configuration';
import { initConfiguration, joinConfiguration } from '../kubeadm/node-configurations';
import type { MachineAddress } from './machine-addresses';

/** Everything that the roles know of one machine. */
export function hostVariables(
  node: Node,
  endpoint: ControlPlaneEndpoint,
  address: MachineAddress | undefined,
): Record<string, unknown> {
  return {
    ...(address ? { ansible_host: address.privateIp, instance_id: address.instanceId } : {}),
    private_ip: node.privateIp,
    zone: node.zone.name,
    instance_type: node.type,
    node_role: node.role,
    node_labels: node.labels,
    node_taints: node.taints,
    kubelet_arguments: node.kubeletArguments,
    kubelet_patch: kubeletPatch(node),
    ...(node.role === 'control-plane'
      ? { kubeadm_init_configuration: initConfiguration(node, endpoint) }
      : {}),
    kubeadm_join_configuration: joinConfiguration(node, endpoint),
  };
}
