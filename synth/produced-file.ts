import type { KubernetesObject } from '../model/kubernetes-object';

/** What a produced file holds, as plain data that rules read without parsing it again. */
export type Content =
  | { readonly kind: 'terraform'; readonly stack: string; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'manifest'; readonly folder: string; readonly value: KubernetesObject }
  | { readonly kind: 'inventory'; readonly value: unknown }
  | { readonly kind: 'atlantis'; readonly value: unknown }
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'text'; readonly value: string };

/** A file of the output before it is turned into bytes. */
export interface ProducedFile {
  /** Relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** Name of the cluster that it belongs to; none for files that all clusters share. */
  readonly cluster?: string;
  readonly content: Content;
}

/** A file of the output, ready to be written. */
export interface OutputFile {
  readonly path: string;
  readonly cluster?: string;
  readonly text: string;
}
