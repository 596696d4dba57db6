import type { ObjectArtifact, ObjectIndex } from './kubernetes-objects';
import { fields, list, number, stringMap, type Fields, type Pointer } from './value';
import type { Place } from './subject';

/** A container of a pod template, with where it stands. */
export interface Container {
  readonly value: Fields;
  readonly isInit: boolean;
  readonly at: (...pointer: Pointer) => Place;
}

/** The pod template of a workload, or a bare Pod. */
export interface Pod {
  readonly owner: ObjectArtifact;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: Fields;
  /** How many of them run at once; a DaemonSet counts as one. */
  readonly replicas: number;
  readonly containers: readonly Container[];
  /** A place inside the pod's spec. */
  readonly at: (...pointer: Pointer) => Place;
}

const templates: Readonly<Record<string, Pointer>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Kinds that run pods of their own. */
export const workloadKinds = Object.keys(templates);

export function podsOf(objects: ObjectIndex): readonly Pod[] {
  return objects.ofKind(...workloadKinds).map(podOf);
}

function podOf(owner: ObjectArtifact): Pod {
  const base = templates[owner.kind] ?? [];
  const spec = fields(owner.value, ...base, 'spec');
  const specBase: Pointer = [...base, 'spec'];
  const container = (kind: string, isInit: boolean) =>
    list(spec, kind).map((value, index): Container => ({
      value: fields(value),
      isInit,
      at: (...pointer) => owner.at(...specBase, kind, index, ...pointer),
    }));
  return {
    owner,
    namespace: owner.namespace,
    labels: stringMap(owner.value, ...base, 'metadata', 'labels'),
    spec,
    replicas: number(owner.value, 'spec', 'replicas') ?? 1,
    containers: [...container('initContainers', true), ...container('containers', false)],
    at: (...pointer) => owner.at(...specBase, ...pointer),
  };
}
