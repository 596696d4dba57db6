import type { HelmRelease } from './releases';

/** A chart with our values. */
export interface HelmSource {
  readonly kind: 'helm';
  readonly release: HelmRelease;
  /** Namespace of the release. @default - the Application's own */
  readonly namespace?: string;
  readonly values: object;
}

/** A folder of a git repository that Kustomize builds. */
export interface KustomizeSource {
  readonly kind: 'kustomize';
  readonly repository: string;
  /** Tag. */
  readonly revision: string;
  readonly path: string;
  readonly namespace: string;
  /** `name=new:tag`. */
  readonly images: readonly string[];
  readonly patches: readonly {
    readonly target: { readonly kind: string; readonly name?: string };
    readonly patch: object;
  }[];
}

/** Something of others that an Application installs, pinned. */
export type Source = HelmSource | KustomizeSource;
