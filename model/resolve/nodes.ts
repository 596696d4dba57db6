import { instanceTypes } from '../aws/instance-types';
import type { Node, Taint, Zone } from '../cluster';
import type { ClusterDefinition } from '../definition/cluster-definition';
import type { NodeDefinition } from '../definition/node-definition';
import { hostAddress } from '../network/cidr';
import { byName } from './by-name';
import { nodeLabels } from './labels';

/** kubeadm's own taint; it is registered by kubeadm, never by us. */
export const controlPlaneTaint: Taint = {
  key: 'node-role.kubernetes.io/control-plane',
  effect: 'NoSchedule',
};

/** Every machine by name, groups expanded. */
export function resolveNodes(
  definition: ClusterDefinition,
  zones: Readonly<Record<string, Zone>>,
): Record<string, Node> {
  const machines = byName(definition.nodes).flatMap(([key, node]) => expand(key, node));
  const nodes = machines.map(({ name, definedAs, number, node }) => {
    const zone = zones[node.zone];
    if (!zone) throw new Error(`nodes.${definedAs}.zone: ${node.zone} is not checked`);
    return [name, resolveNode(definition, { name, definedAs, number, node, zone })] as const;
  });
  return Object.fromEntries(nodes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Names and numbers of the machines that one entry stands for. */
export function expand(key: string, node: NodeDefinition) {
  if (node.count === undefined) return [{ name: key, definedAs: key, number: node.number, node }];
  return Array.from({ length: node.count }, (_, index) => ({
    name: `${key}-${String(index + 1)}`,
    definedAs: key,
    number: node.number + index,
    node,
  }));
}

function resolveNode(
  definition: ClusterDefinition,
  machine: { name: string; definedAs: string; number: number; node: NodeDefinition; zone: Zone },
): Node {
  const { name, definedAs, number, node, zone } = machine;
  const labels = nodeLabels(definition, node);
  const subnet =
    (definition.network.egress ?? 'internet-gateway') === 'internet-gateway'
      ? zone.publicSubnet
      : (zone.privateSubnet ?? zone.publicSubnet);
  const taints = nodeTaints(definition, node, labels);
  return {
    name,
    definedAs,
    role: node.role,
    ...(node.role === 'control-plane' ? {} : { serves: node.serves }),
    type: node.type,
    instance: instanceTypes[node.type],
    rootVolumeGiB: node.rootVolumeGiB,
    zone,
    bringUp: node.bringUp,
    number,
    privateIp: hostAddress(subnet, number),
    labels,
    taints,
    kubeletArguments: kubeletArguments(labels, taints),
  };
}

function nodeTaints(
  definition: ClusterDefinition,
  node: NodeDefinition,
  labels: Readonly<Record<string, string>>,
): readonly Taint[] {
  const role = definition.roles[node.role];
  if (role?.shared) return [];
  if (node.role === 'control-plane') return [controlPlaneTaint];
  if (!role?.taintBy) return [];
  return [{ key: role.taintBy, value: labels[role.taintBy] ?? '', effect: 'NoSchedule' }];
}

function kubeletArguments(
  labels: Readonly<Record<string, string>>,
  taints: readonly Taint[],
): Record<string, string> {
  const nodeLabelsArgument = byName(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const own = taints.filter((taint) => taint !== controlPlaneTaint);
  return {
    ...(nodeLabelsArgument ? { 'node-labels': nodeLabelsArgument } : {}),
    ...(own.length ? { 'register-with-taints': own.map(taintText).join(',') } : {}),
  };
}

/** A taint as the kubelet and kubectl write it: `domain=auth:NoSchedule`. */
export function taintText(taint: Taint): string {
  return taint.value === undefined
    ? `${taint.key}:${taint.effect}`
    : `${taint.key}=${taint.value}:${taint.effect}`;
}
