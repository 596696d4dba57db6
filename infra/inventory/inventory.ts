import type { Cluster, Node } from '../../model/cluster';
import { byName } from '../../model/resolve/by-name';
import { controlPlaneEndpoint } from '../kubeadm/control-plane-endpoint';
import { clusterVariables } from './cluster-variables';
import { hostVariables } from './host-variables';
import type { InventoryAddresses } from './machine-addresses';

type Hosts = Record<string, Record<string, unknown>>;

/**
 * Ansible's inventory as a plain value: every node in the group of its role, all of them in `k8s_cluster`. Without
 * addresses for dry runs; with them it is the Terraform output `ansible_inventory`, of the same shape.
 */
export function inventory(cluster: Cluster, addresses?: InventoryAddresses) {
  const endpoint = controlPlaneEndpoint(cluster, addresses);
  const groups = new Map<string, Hosts>();
  for (const [name, node] of byName(cluster.nodes)) {
    const group = groupOf(node);
    const hosts = groups.get(group) ?? {};
    groups.set(group, hosts);
    hosts[name] = hostVariables(node, endpoint, addresses?.machines[name]);
  }
  const kinds = infrastructureKinds(cluster);
  const child = (names: readonly string[]) =>
    Object.fromEntries(names.map((group) => [group, { hosts: groups.get(group) ?? {} }]));
  return {
    all: {
      vars: clusterVariables(cluster, endpoint),
      children: {
        k8s_cluster: {
          children: {
            ...child(['masters', 'api_nodes', 'workers']),
            infrastructure: { children: child(kinds) },
          },
        },
      },
    },
  };
}

function infrastructureKinds(cluster: Cluster): string[] {
  const kinds = Object.values(cluster.nodes)
    .filter((node) => node.role === 'infrastructure')
    .map(groupOf);
  return [...new Set(kinds)].sort();
}

/** Group names are Ansible's: lower case, no hyphen. */
function groupOf(node: Node): string {
  switch (node.role) {
    case 'control-plane':
      return 'masters';
    case 'api':
      return 'api_nodes';
    case 'worker':
      return 'workers';
    case 'infrastructure':
      return (node.serves ?? 'infrastructure').replaceAll('-', '_');
  }
}
