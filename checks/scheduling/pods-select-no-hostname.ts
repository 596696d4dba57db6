import { fields, strings } from '../artifacts/value';
import { rule } from '../rule';

export const podsSelectNoHostname = rule({
  code: 'pods-select-no-hostname',
  rule: 'A pod selects its node by what the node is for, not by its name: a replaced machine may have another.',
  fix: 'Select by the workload label.',
  incidents: ['C08'],
  *run({ pods }) {
    for (const pod of pods) {
      if (fields(pod.spec, 'nodeSelector')['kubernetes.io/hostname'] !== undefined)
        yield { place: pod.at('nodeSelector', 'kubernetes.io/hostname'), problem: 'names a machine' };
      for (const { pointer, value } of strings(fields(pod.spec, 'affinity', 'nodeAffinity')))
        if (pointer.last() === 'key' && value === 'kubernetes.io/hostname')
          yield { place: pod.at('affinity', 'nodeAffinity', ...pointer), problem: 'names a machine' };
    }
  },
});
