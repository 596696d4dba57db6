import type { Artifacts } from '../artifacts/artifacts';
import type { Pod } from '../artifacts/pods';
import type { Place } from '../artifacts/subject';
import { at, list, text } from '../artifacts/value';

/** A name in a pod that must exist before the pod can start. */
export interface PodReference {
  readonly kind: 'Secret' | 'ConfigMap' | 'ServiceAccount' | 'PersistentVolumeClaim' | 'PriorityClass';
  readonly name: string;
  /** Key inside a Secret or ConfigMap. */
  readonly key?: string;
  readonly place: Place;
}

/** What the containers, volumes and pull secrets of each pod refer to, without what is optional. */
export function referencesByPod({ pods }: Artifacts): ReadonlyMap<Pod, readonly PodReference[]> {
  return new Map(pods.map((pod) => [pod, [...podReferences(pod)]]));
}

function* podReferences(pod: Pod): Generator<PodReference> {
  const account = text(pod.spec, 'serviceAccountName');
  if (account !== undefined)
    yield { kind: 'ServiceAccount', name: account, place: pod.at('serviceAccountName') };
  const priority = text(pod.spec, 'priorityClassName');
  if (priority !== undefined)
    yield { kind: 'PriorityClass', name: priority, place: pod.at('priorityClassName') };
  for (const [index, entry] of list(pod.spec, 'imagePullSecrets').entries()) {
    const name = text(entry, 'name');
    if (name !== undefined) yield { kind: 'Secret', name, place: pod.at('imagePullSecrets', index, 'name') };
  }
  yield* environment(pod);
  yield* volumes(pod);
}

const keyed = { secretKeyRef: 'Secret', configMapKeyRef: 'ConfigMap' } as const;
const whole = { secretRef: 'Secret', configMapRef: 'ConfigMap' } as const;

function* environment(pod: Pod): Generator<PodReference> {
  for (const container of pod.containers) {
    for (const [index, entry] of list(container.value, 'env').entries())
      for (const [field, kind] of Object.entries(keyed)) {
        const reference = at(entry, 'valueFrom', field);
        const name = text(reference, 'name');
        const key = text(reference, 'key');
        if (name !== undefined && at(reference, 'optional') !== true)
          yield {
            kind,
            name,
            ...(key === undefined ? {} : { key }),
            place: container.at('env', index, 'valueFrom', field),
          };
      }
    for (const [index, entry] of list(container.value, 'envFrom').entries())
      for (const [field, kind] of Object.entries(whole)) {
        const name = text(entry, field, 'name');
        if (name !== undefined && at(entry, field, 'optional') !== true)
          yield { kind, name, place: container.at('envFrom', index, field, 'name') };
      }
  }
}

function* volumes(pod: Pod): Generator<PodReference> {
  for (const [index, volume] of list(pod.spec, 'volumes').entries()) {
    yield* volumeSource(pod, volume, ['volumes', index]);
    for (const [inner, source] of list(volume, 'projected', 'sources').entries())
      yield* volumeSource(pod, source, ['volumes', index, 'projected', 'sources', inner]);
    const claim = text(volume, 'persistentVolumeClaim', 'claimName');
    if (claim !== undefined)
      yield {
        kind: 'PersistentVolumeClaim',
        name: claim,
        place: pod.at('volumes', index, 'persistentVolumeClaim', 'claimName'),
      };
  }
}

function* volumeSource(
  pod: Pod,
  source: unknown,
  pointer: readonly (string | number)[],
): Generator<PodReference> {
  for (const [field, kind, nameField] of [
    ['secret', 'Secret', 'secretName'],
    ['secret', 'Secret', 'name'],
    ['configMap', 'ConfigMap', 'name'],
  ] as const) {
    const name = text(source, field, nameField);
    if (name === undefined || at(source, field, 'optional') === true) continue;
    yield { kind, name, place: pod.at(...pointer, field, nameField) };
    for (const [index, item] of list(source, field, 'items').entries()) {
      const key = text(item, 'key');
      if (key !== undefined)
        yield { kind, name, key, place: pod.at(...pointer, field, 'items', index, 'key') };
    }
  }
}
