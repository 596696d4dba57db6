import { passes, type DynamicFilter } from './filter';

/** Requests of all pods on a node stay within its allocatable; what a pod does not ask for never refuses it. */
export const nodeResourcesFit: DynamicFilter = {
  name: 'NodeResourcesFit',
  concerns: () => true,
  reasons: ({ template: { requests } }, state) => {
    const { allocatable } = state.node;
    const hasPods = state.pods < allocatable.pods;
    const hasCpu = fits(requests.cpuMilli, state.cpuMilli, allocatable.cpuMilli);
    const hasMemory = fits(requests.memoryBytes, state.memoryBytes, allocatable.memoryBytes);
    const hasEphemeral = fits(requests.ephemeralBytes, state.ephemeralBytes, allocatable.ephemeralBytes);
    if (hasPods && hasCpu && hasMemory && hasEphemeral) return passes;
    return [
      ...(hasPods ? [] : ['Too many pods']),
      ...(hasCpu ? [] : ['Insufficient cpu']),
      ...(hasMemory ? [] : ['Insufficient memory']),
      ...(hasEphemeral ? [] : ['Insufficient ephemeral-storage']),
    ];
  },
};

const fits = (asked: number, used: number, offered: number): boolean =>
  asked === 0 || asked + used <= offered;
