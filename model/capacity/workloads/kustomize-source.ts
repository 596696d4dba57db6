import { coerce, satisfies } from 'semver';
import { parse } from 'yaml';
import type { KubernetesObject } from '../../kubernetes-object';
import type { KustomizeFootprint } from '../footprints/kustomize-footprint';
import { mergePatch } from '../footprints/merge-patch';
import { isObject } from '../footprints/values';
import { applicationSources } from './application-sources';

/** A Kustomize folder of another repository that an Argo CD Application installs. */
export interface KustomizeSource {
  readonly application: string;
  readonly namespace: string;
  readonly repository: string;
  readonly revision: string;
  readonly patches: readonly { readonly target?: { kind?: string; name?: string }; readonly patch: string }[];
}

interface RawSource {
  readonly repoURL?: string;
  readonly targetRevision?: string;
  readonly kustomize?: { readonly namespace?: string; readonly patches?: KustomizeSource['patches'] };
}

/** Kustomize sources of an Application; our own manifests are plain files and have none. */
export function kustomizeSources(object: KubernetesObject): KustomizeSource[] {
  return applicationSources<RawSource>(object).flatMap(({ application, namespace, source }) => {
    const { repoURL: repository, targetRevision: revision = '', kustomize } = source;
    if (!kustomize || repository === undefined) return [];
    return [
      {
        application,
        namespace: kustomize.namespace ?? namespace,
        repository,
        revision,
        patches: kustomize.patches ?? [],
      },
    ];
  });
}

/** The footprint that was declared for a source's repository and revision. */
export function kustomizeFootprintOf(
  { repository, revision }: KustomizeSource,
  footprints: readonly KustomizeFootprint[],
): KustomizeFootprint | undefined {
  const version = coerce(revision);
  return footprints.find(
    (footprint) =>
      footprint.repository === repository && version !== null && satisfies(version, footprint.revisions),
  );
}

/** The footprint's objects in the source's namespace, with its patches laid over them. */
export function patchedObjects(
  { namespace, patches }: KustomizeSource,
  { objects }: KustomizeFootprint,
): KubernetesObject[] {
  return objects.map((object) => {
    const { kind, metadata } = object;
    const own = patches.filter(
      ({ target }) => target?.kind === kind && (target.name === undefined || target.name === metadata.name),
    );
    const patched = own.reduce<Readonly<Record<string, unknown>>>((base, { patch }) => {
      const parsed = parsePatch(patch);
      return isObject(parsed) ? mergePatch(base, parsed) : base;
    }, object);
    return { ...(patched as KubernetesObject), metadata: { ...metadata, namespace } };
  });
}

/** Our own patches are JSON, which is read at once; YAML takes its parser twenty milliseconds to get going. */
function parsePatch(patch: string): unknown {
  return patch.startsWith('{') ? (JSON.parse(patch) as unknown) : (parse(patch) as unknown);
}
