import { passes, type DynamicFilter } from './filter';

const exceeded = ['node(s) exceed max volume count'];

/** A node attaches so many block volumes; pods that share a claim count once. */
export const nodeVolumeLimits: DynamicFilter = {
  name: 'NodeVolumeLimits',
  concerns: ({ volumes }) => volumes.length > 0,
  reasons: ({ volumes }, { claims, node }) => {
    const additional = new Set(volumes.map(({ claim }) => claim).filter((claim) => !claims.has(claim))).size;
    return additional > 0 && claims.size + additional > node.allocatable.volumes ? exceeded : passes;
  },
};
