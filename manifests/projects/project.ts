/** What the Applications of one AppProject may use: exact repositories, namespaces and kinds. */
export interface Project {
  readonly name: string;
  readonly description: string;
  readonly repositories: readonly string[];
  readonly namespaces: readonly string[];
  /** Kinds without a namespace, as `group/Kind`. */
  readonly clusterKinds: readonly string[];
  /** Kinds in a namespace, as `group/Kind`; the core group is empty. */
  readonly kinds: readonly string[];
}
