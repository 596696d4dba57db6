import type { StackName } from '../stacks';

/** Where the committed output lives and how its parts are named. */
export interface GitopsDefinition {
  /** HTTPS address of this repository. */
  readonly repository: string;
  readonly branch: string;
  /** Registry and owner of the application images, e.g. `ghcr.io/sesacthon`. */
  readonly registry: string;
  /**
   * Tag (`v1.2.3`) or digest (`sha256:…`) of each application image. Kept in clusters/<name>.images.json, which
   * `npm run image` edits; the blank lines there let two pull requests for two applications merge.
   */
  readonly images: Readonly<Record<string, string>>;
}

/** Where Terraform keeps its state. */
export interface TerraformDefinition {
  readonly stateBucket: string;
  readonly lockTable: string;
  /** Whether this cluster's `state` stack creates bucket and table; exactly one cluster of an account does. */
  readonly ownsState: boolean;
  /**
   * Resources that have a new address, so that Terraform renames them in its state instead of replacing them. An entry may
   * go once it was applied.
   * @default []
   */
  readonly moved?: readonly MovedResource[];
}

/** One resource under its old and its new address, e.g. `aws_instance.k8s-redis`. */
export interface MovedResource {
  readonly stack: StackName;
  readonly from: string;
  readonly to: string;
}

/** Versions that the bootstrap layer installs. */
export interface VersionsDefinition {
  readonly kubernetes: string;
  readonly calico: string;
  readonly argocd: string;
}
