import { passes, type DynamicFilter } from './filter';

const elsewhere = ['node(s) had volume node affinity conflict'];
const notAllowed = ["node(s) didn't find available persistent volumes to bind"];

/**
 * A block volume is attached in its own zone only: one that exists keeps its pod there, one that is still to be made
 * (`WaitForFirstConsumer`) is made where the first pod goes, if its storage class may.
 */
export const volumeBinding: DynamicFilter = {
  name: 'VolumeBinding',
  concerns: ({ volumes }) => volumes.length > 0,
  reasons: ({ volumes }, { node }, board) => {
    for (const { claim, zone, allowedZones } of volumes) {
      const bound = zone ?? board.zoneOf(claim);
      if (bound !== undefined && bound !== node.zone) return elsewhere;
      if (bound === undefined && allowedZones && !allowedZones.includes(node.zone)) return notAllowed;
    }
    return passes;
  },
};
