import type { Artifacts } from '../artifacts/artifacts';
import { idOf, provided, type Keys, type Provided } from '../knowledge/provided';
import { rule, type Rule } from '../rule';
import { referencesByPod, type PodReference } from './pod-references';

/** Everything that the pods of a tree refer to. */
const references = (artifacts: Artifacts) =>
  [...artifacts.derive(referencesByPod)].flatMap(([{ namespace }, own]) =>
    own.map((reference) => ({ namespace, reference })),
  );

const systemPriorities = new Set(['system-cluster-critical', 'system-node-critical']);

/** Keys of what a reference names, `any` where they cannot be known, undefined where nothing makes it. */
function lookUp(
  { kind, name }: PodReference,
  namespace: string | undefined,
  { objects }: Artifacts,
  known: Provided,
): Keys | undefined {
  const id = idOf(namespace, name);
  const any = (exists: boolean) => (exists ? 'any' : undefined);
  switch (kind) {
    case 'Secret':
      return known.secrets.get(id);
    case 'ConfigMap':
      return name === 'kube-root-ca.crt' ? 'any' : known.configMaps.get(id);
    case 'ServiceAccount':
      return any(name === 'default' || known.serviceAccounts.has(id));
    case 'PersistentVolumeClaim':
      return any(objects.has('PersistentVolumeClaim', namespace, name));
    case 'PriorityClass':
      return any(systemPriorities.has(name) || objects.has('PriorityClass', undefined, name));
  }
}

interface Family {
  readonly kind: PodReference['kind'];
  readonly code: string;
  readonly incidents?: readonly string[];
  readonly fix: string;
}

const families: readonly Family[] = [
  {
    kind: 'Secret',
    code: 'secrets-exist',
    incidents: ['G01', 'G13', 'G15', 'G16', 'G22', 'G23', 'E15'],
    fix: 'Add the Secret or the ExternalSecret that makes it to the same namespace, or correct the name.',
  },
  {
    kind: 'ConfigMap',
    code: 'config-maps-exist',
    incidents: ['E15', 'G23'],
    fix: 'Add the ConfigMap to the same namespace, or correct the name.',
  },
  {
    kind: 'ServiceAccount',
    code: 'service-accounts-exist',
    fix: 'Add the ServiceAccount to the same namespace, or correct the name.',
  },
  {
    kind: 'PersistentVolumeClaim',
    code: 'claims-exist',
    fix: 'Add the PersistentVolumeClaim to the same namespace, or use volumeClaimTemplates.',
  },
  {
    kind: 'PriorityClass',
    code: 'priority-classes-exist',
    fix: 'Add the PriorityClass to the infrastructure Application, or correct the name.',
  },
];

const existence: readonly Rule[] = families.map(({ kind, code, incidents, fix }) =>
  rule({
    code,
    rule: `Every ${kind} that a pod names exists in its namespace, made by the tree or by a controller in it.`,
    fix,
    ...(incidents ? { incidents } : {}),
    *run(artifacts) {
      const known = artifacts.derive(provided);
      for (const { namespace, reference } of artifacts.derive(references))
        if (reference.kind === kind && lookUp(reference, namespace, artifacts, known) === undefined)
          yield { place: reference.place, problem: `is ${reference.name}, which nothing makes` };
    },
  }),
);

const keys = rule({
  code: 'keys-exist',
  rule: 'Every key that a pod reads of a Secret or ConfigMap is in it.',
  fix: 'Add the key where the Secret or ConfigMap is made, or correct the name of the key.',
  incidents: ['G15', 'G23'],
  *run(artifacts) {
    const known = artifacts.derive(provided);
    for (const { namespace, reference } of artifacts.derive(references)) {
      if (reference.key === undefined) continue;
      const found = lookUp(reference, namespace, artifacts, known);
      if (found !== undefined && found !== 'any' && !found.has(reference.key))
        yield {
          place: reference.place,
          problem: `reads ${reference.key} of ${reference.name}, which has ${[...found].sort().join(', ') || 'no keys'}`,
        };
    }
  },
});

/** One rule for each kind of object that a pod can refer to. */
export const referencesExist: readonly Rule[] = [...existence, keys];
