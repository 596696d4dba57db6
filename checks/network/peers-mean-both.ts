import { at, list } from '../artifacts/value';
import { rule } from '../rule';

export const peersMeanBoth = rule({
  code: 'peers-mean-both',
  rule: 'A namespace selector and a pod selector that belong together are one peer: as two list items each of them is enough alone.',
  fix: 'Write podSelector into the item of the namespaceSelector, without a dash of its own.',
  incidents: ['H05'],
  *run({ objects }) {
    for (const policy of objects.ofKind('NetworkPolicy'))
      for (const [field, side] of [
        ['ingress', 'from'],
        ['egress', 'to'],
      ] as const)
        for (const [index, one] of list(policy.value, 'spec', field).entries())
          for (const [inner, peer] of list(one, side).entries()) {
            const next = list(one, side)[inner + 1];
            const isOnlyNamespace =
              at(peer, 'namespaceSelector') !== undefined && at(peer, 'podSelector') === undefined;
            if (
              isOnlyNamespace &&
              at(next, 'podSelector') !== undefined &&
              at(next, 'namespaceSelector') === undefined
            )
              yield {
                place: policy.at('spec', field, index, side, inner + 1),
                problem: 'is a pod selector beside a namespace selector, and means the own namespace',
              };
          }
  },
});
