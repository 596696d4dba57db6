import type { ClusterPlacement } from '../model/capacity/placement/place-cluster';
import type { TerraformStack } from '../model/cost/terraform-costs';
import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { placementOf } from './placement';
import { produceCluster } from './produce';

/** A cluster's placement and stacks, for commands that look at them whether or not anything is wrong with them. */
export interface Examined {
  readonly placement: ClusterPlacement;
  readonly stacks: readonly TerraformStack[];
}

/** Produces a cluster in memory and places its pods. Expects a definition without errors. */
export function examine(definition: ClusterDefinition): Examined {
  const cluster = resolveCluster(definition);
  const files = produceCluster(cluster);
  return {
    placement: placementOf(cluster, files),
    stacks: files.flatMap(({ content }) =>
      content.kind === 'terraform' ? [{ stack: content.stack, value: content.value }] : [],
    ),
  };
}
