import { at, list, number } from '../artifacts/value';
import { rule } from '../rule';

export const volumesAreWritable = rule({
  code: 'volumes-are-writable',
  rule: 'A pod that runs as a user of its own and mounts a persistent volume sets fsGroup: a new volume belongs to root.',
  fix: 'Set securityContext.fsGroup of the pod to the group that the process runs as.',
  incidents: ['F05', 'G10'],
  *run({ pods }) {
    for (const pod of pods) {
      const hasClaim =
        list(pod.owner.value, 'spec', 'volumeClaimTemplates').length > 0 ||
        list(pod.spec, 'volumes').some((volume) => at(volume, 'persistentVolumeClaim') !== undefined);
      const runsAsRoot = at(pod.spec, 'securityContext', 'runAsUser') === 0;
      if (hasClaim && !runsAsRoot && number(pod.spec, 'securityContext', 'fsGroup') === undefined)
        yield { place: pod.at('securityContext', 'fsGroup'), problem: 'is missing' };
    }
  },
});
