import type { Survives } from '../../definition/cluster-definition';
import type { Finding, Severity } from '../../finding';
import type { ClusterPlacement } from '../placement/place-cluster';
import { foreignSourcesHaveAFootprint } from './foreign-sources-have-a-footprint';
import {
  podsMoveWhenANodeIsLost,
  servicesOutliveANode,
  servicesOutliveAZone,
  workloadsHaveSeveralNodes,
} from './losses';
import { namespaceQuotasHoldThePeak } from './namespace-quotas-hold-the-peak';
import { nodesKeepHeadroom } from './nodes-keep-headroom';
import type { PlacementRule } from './placement-rule';
import { podsHaveAPlace, systemAddonsHaveAPlace } from './pods-have-a-place';
import { rollingUpdatesHaveRoom } from './rolling-updates-have-room';

/** What every synth demands. */
export const placementRules: readonly PlacementRule[] = [
  foreignSourcesHaveAFootprint,
  podsHaveAPlace,
  systemAddonsHaveAPlace,
  rollingUpdatesHaveRoom,
  podsMoveWhenANodeIsLost,
  namespaceQuotasHoldThePeak,
  nodesKeepHeadroom,
];

/** What a definition promises by `survives`; what it does not promise, `npm run place` still shows. */
const lossRules: Readonly<Record<Survives, readonly PlacementRule[]>> = {
  node: [workloadsHaveSeveralNodes, servicesOutliveANode],
  zone: [workloadsHaveSeveralNodes, servicesOutliveANode, servicesOutliveAZone],
};

/** Everything that is wrong with where pods run; a promise that does not hold is an error. */
export function placementFindings(placement: ClusterPlacement): Finding[] {
  const { survives } = placement.cluster;
  return findingsOf(placement, [...placementRules, ...(survives ? lossRules[survives] : [])], 'error');
}

/** What a loss stops that the definition does not promise to survive. */
export function lossFindings(placement: ClusterPlacement): Finding[] {
  const { survives } = placement.cluster;
  const promised = survives ? lossRules[survives] : [];
  return findingsOf(
    placement,
    lossRules.zone.filter((rule) => !promised.includes(rule)),
    'warning',
  );
}

function findingsOf(
  placement: ClusterPlacement,
  rules: readonly PlacementRule[],
  byDefault: Severity,
): Finding[] {
  return rules.flatMap(({ code, severity = byDefault, rule, incidents, check }) =>
    [...check(placement)].map((violation) => ({
      code,
      severity,
      rule,
      ...violation,
      ...(incidents ? { incidents } : {}),
    })),
  );
}
