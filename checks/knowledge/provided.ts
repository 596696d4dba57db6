import { applications } from '../argocd/applications';
import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, fields, list, text } from '../artifacts/value';
import { builtIn } from './built-in';
import { repositoryGroups, repositoryPods } from './operator-repositories';
import { helmReleases } from './helm-releases';
import { operatorProducts } from './operator-products';

/** Keys of a Secret or ConfigMap; `any` where only the running controller knows them. */
export type Keys = ReadonlySet<string> | 'any';

/** What exists in the cluster once the tree is synced, by namespace and name: its own objects and what they make. */
export interface Provided {
  readonly secrets: ReadonlyMap<string, Keys>;
  readonly configMaps: ReadonlyMap<string, Keys>;
  readonly serviceAccounts: ReadonlySet<string>;
  /** Ports of each Service, by number and by name. */
  readonly services: ReadonlyMap<string, ReadonlySet<number | string>>;
  /** Labels of pods that no workload of the tree describes, with their namespace. */
  readonly pods: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[];
  /** API groups that have definitions. */
  readonly groups: ReadonlySet<string>;
  readonly csiDrivers: ReadonlySet<string>;
  readonly ingressClasses: ReadonlySet<string>;
}

export const idOf = (namespace: string | undefined, name: string) => `${namespace ?? ''}/${name}`;

export function provided(artifacts: Artifacts): Provided {
  const { objects } = artifacts;
  const releases = artifacts.derive(helmReleases);
  const products = objects.all.flatMap((object) => operatorProducts(object));
  const idOfObject = (object: ObjectArtifact) => idOf(object.namespace, object.name);
  return {
    secrets: new Map([
      ...builtIn.secrets.map((id) => [id, 'any'] as const),
      ...objects.ofKind('Secret').map((object) => [idOfObject(object), dataKeys(object)] as const),
      ...objects.ofKind('ExternalSecret').map((object) => externalSecret(object)),
      ...products.flatMap(({ secrets = [] }) => secrets),
    ]),
    configMaps: new Map([
      ...builtIn.configMaps.map((id) => [id, 'any'] as const),
      ...objects.ofKind('ConfigMap').map((object) => [idOfObject(object), dataKeys(object)] as const),
      ...objects.all.flatMap(madeConfigMaps),
    ]),
    serviceAccounts: new Set([
      ...builtIn.serviceAccounts,
      ...objects.ofKind('ServiceAccount').map(idOfObject),
      ...products.flatMap(({ serviceAccounts = [] }) => serviceAccounts),
      ...releases.flatMap(({ known, fill, namespace }) =>
        (known.serviceAccounts ?? []).map((name) => idOf(namespace, fill(name))),
      ),
    ]),
    services: new Map([
      ...builtIn.services,
      ...objects.ofKind('Service').map((object) => [idOfObject(object), portsOf(object)] as const),
      ...products.flatMap(({ services = [] }) => services),
      ...releases.flatMap(({ known, fill, namespace }) =>
        Object.entries(known.services ?? {}).map(
          ([name, ports]) => [idOf(namespace, fill(name)), new Set<number | string>(ports)] as const,
        ),
      ),
    ]),
    pods: [
      ...builtIn.pods,
      ...products.flatMap(({ pods = [] }) => pods),
      ...artifacts.derive(applications).flatMap(({ sources, namespace = 'default' }) =>
        sources.flatMap(({ value }) =>
          repositoryPods(text(value, 'repoURL')).map((labels) => ({
            namespace: text(value, 'kustomize', 'namespace') ?? namespace,
            labels,
          })),
        ),
      ),
      ...releases.flatMap(({ known, fill, namespace = 'default' }) =>
        (known.pods ?? []).map((labels) => ({
          namespace,
          labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, fill(value)])),
        })),
      ),
    ],
    groups: new Set([
      ...objects.ofKind('CustomResourceDefinition').map(({ value }) => text(value, 'spec', 'group') ?? ''),
      ...releases.flatMap(({ known }) => known.groups ?? []),
      ...artifacts
        .derive(applications)
        .flatMap(({ sources }) => sources.flatMap(({ value }) => repositoryGroups(text(value, 'repoURL')))),
      ...builtIn.groups,
    ]),
    csiDrivers: new Set([
      ...objects.ofKind('CSIDriver').map(({ name }) => name),
      ...releases.flatMap(({ known }) => known.csiDrivers ?? []),
    ]),
    ingressClasses: new Set([
      ...objects.ofKind('IngressClass').map(({ name }) => name),
      ...releases.flatMap(({ known }) => known.ingressClasses ?? []),
    ]),
  };
}

/** ConfigMaps that an object says its pods will make: `ConfigMap namespace/name`, separated by commas. */
function madeConfigMaps({ value }: ObjectArtifact): (readonly [string, Keys])[] {
  const made = text(value, 'metadata', 'annotations', 'eco2-platform/makes')?.split(', ') ?? [];
  return made.flatMap((one) =>
    one.startsWith('ConfigMap ') ? [[one.slice('ConfigMap '.length), 'any'] as const] : [],
  );
}

function dataKeys({ value }: ObjectArtifact): Keys {
  return new Set(['data', 'stringData', 'binaryData'].flatMap((field) => Object.keys(fields(value, field))));
}

/** The Secret that an ExternalSecret makes. */
function externalSecret({ value, namespace, name }: ObjectArtifact): readonly [string, Keys] {
  const target = text(value, 'spec', 'target', 'name') ?? name;
  const template = fields(value, 'spec', 'target', 'template', 'data');
  const isMerged = text(value, 'spec', 'target', 'template', 'mergePolicy') === 'Merge';
  const id = idOf(namespace, target);
  const remote = list(value, 'spec', 'data').map((entry) => text(entry, 'secretKey') ?? '');
  const isOpen = at(value, 'spec', 'dataFrom') !== undefined;
  if (!Object.keys(template).length) return [id, isOpen ? 'any' : new Set(remote)];
  return [id, isMerged && isOpen ? 'any' : new Set([...Object.keys(template), ...(isMerged ? remote : [])])];
}

function portsOf({ value }: ObjectArtifact): ReadonlySet<number | string> {
  return new Set(
    list(value, 'spec', 'ports').flatMap((port) =>
      [at(port, 'port'), at(port, 'name')].filter(
        (one): one is number | string => typeof one === 'number' || typeof one === 'string',
      ),
    ),
  );
}
