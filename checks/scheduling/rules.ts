import type { Rule } from '../rule';
import { podsSelectANode } from './pods-select-a-node';
import { podsSelectNoHostname } from './pods-select-no-hostname';
import { selectedNodesAreTolerated } from './selected-nodes-are-tolerated';
import { spreadPodsHaveEnoughNodes } from './spread-pods-have-enough-nodes';
import { tolerationsComeWithASelector } from './tolerations-come-with-a-selector';
import { tolerationsNameRealTaints } from './tolerations-name-real-taints';

/** Rules on where pods may run; whether they fit is proved in model/capacity. */
export const schedulingRules: readonly Rule[] = [
  podsSelectANode,
  podsSelectNoHostname,
  selectedNodesAreTolerated,
  spreadPodsHaveEnoughNodes,
  tolerationsComeWithASelector,
  tolerationsNameRealTaints,
];
