import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, fields, list, number, text, type Pointer } from '../artifacts/value';
import { Folders } from './folders';

/** One source of an Application. */
export interface ApplicationSource {
  readonly value: unknown;
  /** Inside the Application. */
  readonly pointer: Pointer;
}

/** An Argo CD Application and what of the tree it syncs. */
export interface Application {
  readonly object: ObjectArtifact;
  readonly sources: readonly ApplicationSource[];
  /** Namespace of objects that name none. */
  readonly namespace: string | undefined;
  readonly wave: number;
  /** Objects in the directories that it syncs. */
  readonly objects: readonly ObjectArtifact[];
}

/** Sync wave of any object; 0 where it has none. */
export function waveOf(object: ObjectArtifact): number {
  return number(object.annotations['argocd.argoproj.io/sync-wave']) ?? 0;
}

/** Every Application of a tree. */
export function applications({ objects }: Artifacts): readonly Application[] {
  const folders = new Folders(objects.all);
  return objects
    .ofKind('Application')
    .filter(({ group }) => group === 'argoproj.io')
    .map((object) => application(object, folders));
}

function application(object: ObjectArtifact, folders: Folders): Application {
  const single = at(object.value, 'spec', 'source');
  const sources: ApplicationSource[] = [
    ...(single === undefined ? [] : [{ value: single, pointer: ['spec', 'source'] as Pointer }]),
    ...list(object.value, 'spec', 'sources').map((value, index) => ({
      value,
      pointer: ['spec', 'sources', index] as Pointer,
    })),
  ];
  return {
    object,
    sources,
    namespace: text(object.value, 'spec', 'destination', 'namespace'),
    wave: waveOf(object),
    objects: sources.flatMap(({ value }) => {
      const path = text(value, 'path');
      if (path === undefined) return [];
      const excluded = text(value, 'directory', 'exclude');
      return folders
        .under(path, at(value, 'directory', 'recurse') === true)
        .filter(({ source }) => excluded === undefined || source.file.split('/').at(-1) !== excluded);
    }),
  };
}

/** The Application that syncs each object. */
export function owners(artifacts: Artifacts): ReadonlyMap<ObjectArtifact, Application> {
  return new Map(
    artifacts.derive(applications).flatMap((one) => one.objects.map((object) => [object, one] as const)),
  );
}

/** Repositories of which the tree holds at least one path; what lies in others cannot be seen. */
export function ownRepositories(artifacts: Artifacts): ReadonlySet<string> {
  return new Set(
    artifacts
      .derive(applications)
      .filter(({ objects }) => objects.length)
      .flatMap(({ sources }) =>
        sources
          .filter(
            ({ value }) =>
              text(value, 'path') !== undefined &&
              (sources.length === 1 || at(value, 'directory') !== undefined),
          )
          .map(({ value }) => text(value, 'repoURL') ?? ''),
      ),
  );
}

/** Values of a Helm source, however they are written in the Application; text values are not parsed. */
export function helmValues({ value }: ApplicationSource) {
  return fields(value, 'helm', 'valuesObject');
}
