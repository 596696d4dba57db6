import { passes, type DynamicFilter } from './filter';

const skewed = ["node(s) didn't match pod topology spread constraints"];
const unlabelled = ["node(s) didn't match pod topology spread constraints (missing required label)"];

/**
 * With the pod, a node's domain may hold at most `maxSkew` pods more than the emptiest domain
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/).
 */
export const podTopologySpread: DynamicFilter = {
  name: 'PodTopologySpread',
  concerns: (_pod, { spread }) => spread.length > 0,
  reasons: (_pod, state, _board, { spread }) => {
    for (const { topologyKey, maxSkew, minDomains, self, counter } of spread) {
      if (state.node.labels[topologyKey] === undefined) return unlabelled;
      if ((counter.at(state.index) ?? 0) + self - counter.least(minDomains) > maxSkew) return skewed;
    }
    return passes;
  },
};
