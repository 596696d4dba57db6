import type { KubernetesObject } from '../../kubernetes-object';
import { footprintObjects } from '../footprints/footprint-objects';
import { footprints } from '../footprints/footprints';
import { kustomizeFootprints } from '../footprints/kustomize-footprint';
import { bootstrapWorkloads } from './bootstrap-workloads';
import { builtInWorkload } from './built-in-workload';
import { footprintOf, helmReleases } from './helm-release';
import { kustomizeFootprintOf, kustomizeSources, patchedObjects } from './kustomize-source';
import { operatorWorkload } from './operator-workload';
import { atPeak, autoscaledReplicas } from './replicas-at-peak';
import type { Workload } from './workload';

/** An object together with the Argo CD Application that applies it. */
export interface AppliedObject {
  readonly object: KubernetesObject;
  readonly application?: string;
}

/** A source of an Application whose pods nobody has counted. */
export interface UnknownSource {
  readonly application: string;
  readonly name: string;
  readonly version: string;
}

export interface Workloads {
  readonly all: readonly Workload[];
  readonly unknownSources: readonly UnknownSource[];
}

/** Everything that makes pods: manifests, custom resources, foreign sources by footprint, and what the bootstrap starts. */
export function collectWorkloads(objects: readonly AppliedObject[]): Workloads {
  const foreign = objects.flatMap(({ object }) => [...helmSources(object), ...gitSources(object)]);
  const rendered = foreign.flatMap(({ application, objects: own = [] }) =>
    own.map((object) => ({ object, application })),
  );
  const everything: readonly AppliedObject[] = [...objects, ...rendered];
  const autoscaled = autoscaledReplicas(everything.map(({ object }) => object));
  return {
    all: [
      ...bootstrapWorkloads(),
      ...everything.flatMap(({ object, application }) => {
        const workload = builtInWorkload(object) ?? operatorWorkload(object);
        if (!workload) return [];
        return [atPeak(application === undefined ? workload : { ...workload, application }, autoscaled)];
      }),
    ],
    unknownSources: foreign.filter(({ objects: own }) => !own),
  };
}

/** A source with what it renders to; without objects where no footprint covers it. */
type ForeignSource = UnknownSource & { readonly objects?: readonly KubernetesObject[] };

function helmSources(object: KubernetesObject): ForeignSource[] {
  return helmReleases(object).map((release) => {
    const { application, chart, version } = release;
    const footprint = footprintOf(release, footprints);
    const named = { application, name: chart, version };
    return footprint ? { ...named, objects: footprintObjects(footprint, release) } : named;
  });
}

function gitSources(object: KubernetesObject): ForeignSource[] {
  return kustomizeSources(object).map((source) => {
    const { application, repository, revision } = source;
    const footprint = kustomizeFootprintOf(source, kustomizeFootprints);
    const named = { application, name: repository, version: revision };
    return footprint ? { ...named, objects: patchedObjects(source, footprint) } : named;
  });
}
