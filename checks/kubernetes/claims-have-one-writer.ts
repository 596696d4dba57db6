import { list, number, text, texts } from '../artifacts/value';
import { rule } from '../rule';

export const claimsHaveOneWriter = rule({
  code: 'claims-have-one-writer',
  rule: 'A volume that one node can mount at a time belongs to one pod.',
  fix: 'Run one replica, or use a StatefulSet with volumeClaimTemplates.',
  incidents: ['C12'],
  *run({ pods, objects }) {
    const users = new Map<string, string>();
    for (const pod of pods)
      for (const [index, volume] of list(pod.spec, 'volumes').entries()) {
        const claim = text(volume, 'persistentVolumeClaim', 'claimName');
        if (claim === undefined) continue;
        const object = objects.get('PersistentVolumeClaim', pod.namespace, claim);
        if (
          texts(object?.value, 'spec', 'accessModes').some(
            (mode) => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany',
          )
        )
          continue;
        const place = pod.at('volumes', index, 'persistentVolumeClaim', 'claimName');
        const id = `${pod.namespace ?? ''}/${claim}`;
        const maxReplicas = objects
          .ofKind('HorizontalPodAutoscaler')
          .filter(
            ({ value, namespace }) =>
              namespace === pod.namespace && text(value, 'spec', 'scaleTargetRef', 'name') === pod.owner.name,
          )
          .map(({ value }) => number(value, 'spec', 'maxReplicas') ?? 1);
        const replicas = Math.max(pod.replicas, ...maxReplicas);
        if (replicas > 1) yield { place, problem: `is ${claim}, shared by ${String(replicas)} replicas` };
        const other = users.get(id);
        if (other !== undefined && other !== pod.owner.label)
          yield { place, problem: `is ${claim}, which ${other} mounts as well` };
        users.set(id, pod.owner.label);
      }
  },
});
