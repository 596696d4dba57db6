import { list, text } from '../artifacts/value';
import { rule } from '../rule';
import { isPlaced } from './node-labels';

/** Taints that Kubernetes itself sets: a toleration of them says how long to stay, not where to go. */
const ofKubernetes = /^node\.(kubernetes|cloudprovider\.kubernetes)\.io\//;

export const tolerationsComeWithASelector = rule({
  code: 'tolerations-come-with-a-selector',
  rule: 'A pod that tolerates the taint of a kind of node also selects that node: a toleration alone lets it run anywhere.',
  fix: 'Add required node affinity for the labels of the node.',
  incidents: ['C06'],
  *run({ pods }) {
    for (const pod of pods) {
      if (pod.owner.kind === 'DaemonSet' || isPlaced(pod)) continue;
      for (const [index, toleration] of list(pod.spec, 'tolerations').entries())
        if (!ofKubernetes.test(text(toleration, 'key') ?? ''))
          yield {
            place: pod.at('tolerations', index),
            problem: `tolerates ${text(toleration, 'key') ?? 'everything'} and selects no node`,
          };
    }
  },
});
