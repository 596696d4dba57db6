import { list, text } from '../artifacts/value';
import { rule } from '../rule';
import { nodeFacts } from './node-labels';

const fromElsewhere =
  /^(node\.kubernetes\.io|node\.cloudprovider\.kubernetes\.io|node-role\.kubernetes\.io|ebs\.csi\.aws\.com|CriticalAddonsOnly)/;

export const tolerationsNameRealTaints = rule({
  code: 'tolerations-name-real-taints',
  rule: 'A toleration names a taint that a node has.',
  fix: 'Remove the toleration, or correct its key and value.',
  incidents: ['C13', 'B28'],
  *run(artifacts) {
    const taints = artifacts.derive(nodeFacts).all.flatMap((node) => node.taints);
    if (!taints.length) return;
    const known = new Set(taints.flatMap(({ key, value }) => [key, `${key}=${value}`]));
    for (const pod of artifacts.pods)
      for (const [index, toleration] of list(pod.spec, 'tolerations').entries()) {
        const key = text(toleration, 'key');
        if (key === undefined || fromElsewhere.test(key)) continue;
        const value =
          text(toleration, 'operator') === 'Exists' ? undefined : (text(toleration, 'value') ?? '');
        if (!known.has(value === undefined ? key : `${key}=${value}`))
          yield {
            place: pod.at('tolerations', index),
            problem: `is ${key}${value ? `=${value}` : ''}, a taint that no node has`,
          };
      }
  },
});
