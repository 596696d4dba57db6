import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, list, type Pointer } from '../artifacts/value';
import { podIndex } from '../kubernetes/all-pods';
import { rule, type Violation } from '../rule';
import { policies } from './policies';

export const policySelectorsMatch = rule({
  code: 'policy-selectors-match',
  rule: 'Every selector of a NetworkPolicy matches a namespace or a pod that exists: one that matches nothing allows nothing.',
  fix: 'Select namespaces by kubernetes.io/metadata.name, and pods by the labels that they really carry.',
  incidents: ['H03', 'H06', 'H07', 'E22'],
  *run(artifacts) {
    for (const policy of artifacts.objects.ofKind('NetworkPolicy')) {
      const pods = artifacts.derive(podIndex);
      const own = at(policy.value, 'spec', 'podSelector');
      if (!isEmpty(own) && pods.in(policy.namespace).length && !pods.selected(policy.namespace, own).length)
        yield { place: policy.at('spec', 'podSelector'), problem: 'matches no pod' };
      for (const [field, side] of [
        ['ingress', 'from'],
        ['egress', 'to'],
      ] as const)
        for (const [index, one] of list(policy.value, 'spec', field).entries())
          for (const [inner, peer] of list(one, side).entries())
            yield* wrongPeer(policy, ['spec', field, index, side, inner], peer, artifacts);
    }
  },
});

/**
 * Whether a selector matches a pod in one of the namespaces, remembered: policies repeat their peers. A namespace whose
 * pods the tree does not describe cannot be judged, and counts as matched.
 */
function matchedIn(artifacts: Artifacts): (namespaces: readonly string[], selector: unknown) => boolean {
  const pods = artifacts.derive(podIndex);
  const known = new Map<string, boolean>();
  return (namespaces, selector) => {
    const key = `${namespaces.join(' ')} ${JSON.stringify(selector)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const result = namespaces.some(
      (name) => !pods.in(name).length || pods.selected(name, selector).length > 0,
    );
    known.set(key, result);
    return result;
  };
}

function* wrongPeer(
  policy: ObjectArtifact,
  pointer: Pointer,
  peer: unknown,
  artifacts: Artifacts,
): Generator<Violation> {
  const [namespaceSelector, podSelector] = [at(peer, 'namespaceSelector'), at(peer, 'podSelector')];
  const namespaces =
    namespaceSelector === undefined
      ? [policy.namespace ?? '']
      : artifacts.derive(policies).namespaces(namespaceSelector);
  if (namespaceSelector !== undefined && !namespaces.length)
    yield { place: policy.at(...pointer, 'namespaceSelector'), problem: 'matches no namespace' };
  else if (podSelector !== undefined && !isEmpty(podSelector)) {
    if (!artifacts.derive(matchedIn)(namespaces, podSelector))
      yield {
        place: policy.at(...pointer, 'podSelector'),
        problem: `matches no pod in ${namespaces.join(', ')}`,
      };
  }
}

const isEmpty = (selector: unknown) => selector === undefined || JSON.stringify(selector) === '{}';
