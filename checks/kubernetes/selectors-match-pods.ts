import { at, fields } from '../artifacts/value';
import { selectorMatches } from './label-selector';
import { podIndex } from './all-pods';
import { rule } from '../rule';

export const selectorsMatchPods = rule({
  code: 'selectors-match-pods',
  rule: 'The selector of a Service, a PodDisruptionBudget or a workload matches the labels of pods in its namespace.',
  fix: 'Select by the labels that the pod template really has.',
  incidents: ['G17', 'H06'],
  *run(artifacts) {
    const pods = artifacts.derive(podIndex);
    const isMatched = (namespace: string | undefined, selector: unknown) =>
      pods.selected(namespace, selector).length > 0;
    for (const object of artifacts.objects.ofKind('Service')) {
      const matchLabels = fields(object.value, 'spec', 'selector');
      if (Object.keys(matchLabels).length && !isMatched(object.namespace, { matchLabels }))
        yield { place: object.at('spec', 'selector'), problem: 'matches no pod' };
    }
    for (const object of artifacts.objects.ofKind('PodDisruptionBudget', 'PodMonitor'))
      if (
        at(object.value, 'spec', 'namespaceSelector') === undefined &&
        !isMatched(object.namespace, at(object.value, 'spec', 'selector'))
      )
        yield { place: object.at('spec', 'selector'), problem: 'matches no pod' };
    for (const { owner, labels } of artifacts.pods) {
      const selector = at(owner.value, 'spec', 'selector');
      if (selector !== undefined && owner.kind !== 'Job' && !selectorMatches(selector, labels))
        yield { place: owner.at('spec', 'selector'), problem: 'does not match its own pod template' };
    }
  },
});
