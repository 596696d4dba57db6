import { fields, list, text } from '../artifacts/value';
import { matches } from '../kubernetes/label-selector';
import { rule } from '../rule';
import { nodeFacts, nodeSelection, untolerated } from './node-labels';

export const spreadPodsHaveEnoughNodes = rule({
  code: 'spread-pods-have-enough-nodes',
  rule: 'Pods that must not share a node have as many nodes to run on as replicas.',
  fix: 'Make the anti-affinity preferred, or add nodes.',
  incidents: ['C07'],
  *run(artifacts) {
    const nodes = artifacts.derive(nodeFacts);
    if (!nodes.all.length) return;
    const nodesOf = artifacts.derive(nodeSelection);
    for (const pod of artifacts.pods) {
      const terms = list(
        pod.spec,
        'affinity',
        'podAntiAffinity',
        'requiredDuringSchedulingIgnoredDuringExecution',
      );
      for (const [index, term] of terms.entries()) {
        const key = text(term, 'topologyKey') ?? '';
        const isOwn =
          Object.entries(fields(term, 'labelSelector', 'matchLabels')).every(
            ([label, value]) => pod.labels[label] === value,
          ) &&
          list(term, 'labelSelector', 'matchExpressions').every((expression) =>
            matches(expression, pod.labels),
          );
        if (!isOwn) continue;
        const open = nodesOf(pod).filter((node) => !untolerated(pod, node).length);
        const places = new Set(open.map(({ labels }) => labels[key])).size;
        if (pod.replicas > places)
          yield {
            place: pod.at(
              'affinity',
              'podAntiAffinity',
              'requiredDuringSchedulingIgnoredDuringExecution',
              index,
            ),
            problem: `keeps ${String(pod.replicas)} replicas apart by ${key}, and they can run on ${String(places)}`,
          };
      }
    }
  },
});
