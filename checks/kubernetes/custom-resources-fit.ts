import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, fields, list, text, type Pointer } from '../artifacts/value';
import { helmReleases } from '../knowledge/helm-releases';
import { rule, type Violation } from '../rule';

const applicationFields = new Set([
  'project',
  'source',
  'sources',
  'destination',
  'syncPolicy',
  'ignoreDifferences',
  'info',
  'revisionHistoryLimit',
  'sourceHydrator',
]);

type Judge = (object: ObjectArtifact) => Iterable<Violation>;

/** Fields that an operator refused or misread, by kind. */
const judges: Readonly<Record<string, Judge>> = {
  *Application(object) {
    for (const field of Object.keys(fields(object.value, 'spec')))
      if (!applicationFields.has(field))
        yield { place: object.at('spec', field), problem: 'is no field of an Application' };
    for (const pointer of [
      ['spec', 'source'],
      ['spec', 'sources', 0],
    ] as Pointer[])
      yield* kustomize(object, pointer);
  },
  *ApplicationSet(object) {
    yield* kustomize(object, ['spec', 'template', 'spec', 'source']);
  },
  *Prometheus(object) {
    yield* retention(object, ['spec', 'retention'], at(object.value, 'spec', 'retention'));
    yield* retention(object, ['spec', 'retentionSize'], at(object.value, 'spec', 'retentionSize'));
  },
  *Redis(object) {
    const config = at(object.value, 'spec', 'redisConfig', 'additionalRedisConfig');
    if (typeof config === 'string' && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(config))
      yield {
        place: object.at('spec', 'redisConfig', 'additionalRedisConfig'),
        problem: 'holds configuration; it is the name of a ConfigMap',
      };
    for (const { pointer, value } of object.strings)
      if (
        pointer.last() === 'name' &&
        pointer.last(1) === 'metadata' &&
        pointer.last(2) === 'volumeClaimTemplate'
      )
        yield {
          place: object.at(...pointer),
          problem: `is ${value}; the operator names the claim itself`,
        };
  },
};

function* kustomize(object: ObjectArtifact, pointer: Pointer): Generator<Violation> {
  for (const [index, image] of list(object.value, ...pointer, 'kustomize', 'images').entries())
    if (typeof image !== 'string')
      yield {
        place: object.at(...pointer, 'kustomize', 'images', index),
        problem: 'is a map; Argo CD wants name=newName:tag',
      };
  const version = text(object.value, ...pointer, 'kustomize', 'version');
  if (version !== undefined)
    yield {
      place: object.at(...pointer, 'kustomize', 'version'),
      problem: `is ${version}, which the repo server has not registered`,
    };
}

function* retention(object: ObjectArtifact, pointer: Pointer, value: unknown): Generator<Violation> {
  const pattern =
    pointer.at(-1) === 'retention' ? /^\d+(ms|s|m|h|d|w|y)$/ : /^\d+(\.\d+)?(B|KB|MB|GB|TB|PB|EB)$/;
  if (value !== undefined && value !== '' && (typeof value !== 'string' || !pattern.test(value)))
    yield { place: object.at(...pointer), problem: `is ${JSON.stringify(value)}` };
}

export const customResourcesFit = rule({
  code: 'custom-resources-fit',
  rule: 'Custom resources have the fields that their operator reads, in the form in which it reads them.',
  fix: "Write the field as the operator's reference documents it.",
  incidents: ['C11', 'E05', 'E16', 'E27', 'G11', 'G12'],
  *run(artifacts) {
    for (const [kind, judge] of Object.entries(judges))
      for (const object of artifacts.objects.ofKind(kind)) yield* judge(object);
    for (const { chart, values, application, pointer } of artifacts.derive(helmReleases))
      if (chart === 'kube-prometheus-stack')
        for (const field of ['retention', 'retentionSize'])
          yield* retention(
            application,
            [...pointer, 'helm', 'valuesObject', 'prometheus', 'prometheusSpec', field],
            at(values, 'prometheus', 'prometheusSpec', field),
          );
  },
});
