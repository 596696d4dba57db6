import { fields, pointerText } from '../artifacts/value';
import { rule } from '../rule';
import { isPlaced, nodeFacts, nodeSelection } from './node-labels';

export const podsSelectANode = rule({
  code: 'pods-select-a-node',
  rule: 'The node selector and required affinity of every pod match the labels of at least one node.',
  fix: 'Select by the labels that the definition gives the nodes; see roles in the definition.',
  incidents: ['C01', 'C02', 'B28'],
  *run(artifacts) {
    const nodes = artifacts.derive(nodeFacts);
    if (!nodes.all.length) return;
    const nodesOf = artifacts.derive(nodeSelection);
    for (const pod of artifacts.pods) {
      if (!isPlaced(pod) || nodesOf(pod).length) continue;
      const pointer = Object.keys(fields(pod.spec, 'nodeSelector')).length
        ? ['nodeSelector']
        : ['affinity', 'nodeAffinity'];
      yield {
        place: pod.at(...pointer),
        problem: `matches none of ${String(nodes.all.length)} nodes (${pointerText(pointer)})`,
      };
    }
  },
});
