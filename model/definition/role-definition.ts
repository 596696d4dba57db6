/** What a node is for. */
export type Role = 'control-plane' | 'api' | 'worker' | 'infrastructure';

/**
 * What may stand in a label's value; filled in for each node from the definition:
 * `{serves}` the node's `serves`, `{domain}` the domain it serves (itself or through its worker), `{workerType}` the
 * worker's type, `{instanceType}` the EC2 type.
 */
export type LabelTemplate = string;

/** How nodes of one role are labelled, selected and kept free of other pods. */
export interface RoleDefinition {
  /** Labels that each node of the role carries, by key. Reserved prefixes (`kubernetes.io`, `k8s.io`) are refused. */
  readonly labels: Readonly<Record<string, LabelTemplate>>;
  /** Keys of `labels` that a pod's required node affinity names. */
  readonly selectBy: readonly string[];
  /**
   * Key of `labels` that is also registered as a `NoSchedule` taint.
   * @default - no taint; the control plane keeps kubeadm's own unless it is `shared`
   */
  readonly taintBy?: string;
  /**
   * Pods of whatever has no node of its own run here.
   * @default false
   */
  readonly shared?: boolean;
}

export type RoleDefinitions = Readonly<Partial<Record<Role, RoleDefinition>>>;
