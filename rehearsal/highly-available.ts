import type { ClusterDefinition } from '../model/definition/cluster-definition';
import type { NodeDefinition } from '../model/definition/node-definition';
import { byName } from '../model/resolve/by-name';

/** Lowest host part; AWS keeps the first four addresses of a subnet. */
const firstNumber = 10;
const nodesOfAGroup = 2;

/**
 * A cluster that no file describes: the given one with a control-plane node in each of its zones behind a load balancer,
 * and two nodes for every API domain and every worker. Data services keep their one node.
 */
export function highlyAvailable(definition: ClusterDefinition): ClusterDefinition {
  const zones = Object.keys(definition.network.zones).sort().slice(0, 3);
  const entries = byName(definition.nodes).flatMap(([name, node]): [string, NodeDefinition][] => {
    if (node.role === 'control-plane') return zones.map((zone) => [`${name}-${zone}`, { ...node, zone }]);
    return [[name, node.role === 'infrastructure' ? node : { ...node, count: nodesOfAGroup }]];
  });
  let number = firstNumber;
  const nodes: Record<string, NodeDefinition> = {};
  for (const [name, node] of entries) {
    nodes[name] = { ...node, number };
    number += node.count ?? 1;
  }
  return {
    ...definition,
    name: `${definition.name}-ha`,
    quota: { standardVcpu: 128 },
    controlPlane: { endpoint: 'network-load-balancer' },
    nodes,
    // It stands alone, and one cluster of an account owns the state.
    terraform: { ...definition.terraform, ownsState: true },
  };
}
