import { rule } from '../rule';
import { isPlaced, nodeFacts, nodeSelection, untolerated } from './node-labels';

export const selectedNodesAreTolerated = rule({
  code: 'selected-nodes-are-tolerated',
  rule: 'A pod tolerates the taints of at least one of the nodes that it selects; one that selects none has a node that is open to it.',
  fix: 'Add the toleration of the node, or select another node.',
  incidents: ['B12', 'C02', 'C03', 'C10'],
  *run(artifacts) {
    const nodes = artifacts.derive(nodeFacts);
    if (!nodes.all.length) return;
    const nodesOf = artifacts.derive(nodeSelection);
    for (const pod of artifacts.pods) {
      const chosen = nodesOf(pod);
      if (!chosen.length || chosen.some((node) => !untolerated(pod, node).length)) continue;
      const [node] = chosen;
      const taints = node
        ? untolerated(pod, node).map(
            ({ key, value, effect }) => `${key}${value ? `=${value}` : ''}:${effect}`,
          )
        : [];
      yield {
        place: pod.at('tolerations'),
        problem: `does not tolerate ${taints.join(', ')} of ${node?.name ?? ''}${isPlaced(pod) ? ', which it selects' : ', nor the taints of any other node'}`,
      };
    }
  },
});
