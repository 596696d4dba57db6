import type { Pod } from '../artifacts/pods';
import type { Place } from '../artifacts/subject';
import { at, fields, list, number, texts } from '../artifacts/value';
import { rule } from '../rule';

type Breach = { readonly place: Place; readonly problem: string };

const restrictedVolumes = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'name',
]);
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const podsMeetPodSecurity = rule({
  code: 'pods-meet-pod-security',
  rule: 'Every pod meets the Pod Security level that its namespace enforces, or the API server refuses it.',
  fix: 'Set the missing field, or name the workload and the reason where its namespace is defined.',
  *run({ pods, objects }) {
    for (const pod of pods) {
      const level = objects.get('Namespace', undefined, pod.namespace ?? '')?.labels[
        'pod-security.kubernetes.io/enforce'
      ];
      if (level === 'baseline' || level === 'restricted') yield* baseline(pod);
      if (level === 'restricted') yield* restricted(pod);
    }
  },
});

function* baseline(pod: Pod): Generator<Breach> {
  for (const field of hostFields)
    if (at(pod.spec, field) === true) yield { place: pod.at(field), problem: 'is true' };
  for (const [index, volume] of list(pod.spec, 'volumes').entries())
    if (at(volume, 'hostPath') !== undefined)
      yield { place: pod.at('volumes', index, 'hostPath'), problem: 'mounts a directory of the node' };
  for (const { value, at: place } of pod.containers) {
    if (at(value, 'securityContext', 'privileged') === true)
      yield { place: place('securityContext', 'privileged'), problem: 'is true' };
    for (const [index, port] of list(value, 'ports').entries())
      if (number(port, 'hostPort') !== undefined)
        yield { place: place('ports', index, 'hostPort'), problem: 'takes a port of the node' };
  }
}

function* restricted(pod: Pod): Generator<Breach> {
  for (const [index, volume] of list(pod.spec, 'volumes').entries())
    for (const kind of Object.keys(fields(volume)))
      if (!restrictedVolumes.has(kind) && kind !== 'hostPath')
        yield { place: pod.at('volumes', index, kind), problem: 'is a kind of volume that is not allowed' };
  const ofPod = fields(pod.spec, 'securityContext');
  for (const { value, at: place } of pod.containers) {
    const own = fields(value, 'securityContext');
    const missing = (field: string, problem: string): Breach => ({
      place: place('securityContext', field),
      problem,
    });
    if (own['allowPrivilegeEscalation'] !== false) yield missing('allowPrivilegeEscalation', 'is not false');
    if (!texts(own, 'capabilities', 'drop').includes('ALL'))
      yield missing('capabilities', 'does not drop ALL');
    if (texts(own, 'capabilities', 'add').some((capability) => capability !== 'NET_BIND_SERVICE'))
      yield missing('capabilities', `adds ${texts(own, 'capabilities', 'add').join(', ')}`);
    if ((own['runAsNonRoot'] ?? ofPod['runAsNonRoot']) !== true) yield missing('runAsNonRoot', 'is not true');
    if ((own['runAsUser'] ?? ofPod['runAsUser']) === 0) yield missing('runAsUser', 'is 0');
    const seccomp = at(own, 'seccompProfile', 'type') ?? at(ofPod, 'seccompProfile', 'type');
    if (seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost')
      yield missing('seccompProfile', 'is neither RuntimeDefault nor Localhost');
  }
}
