/** One comparison of a label or field with values. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  readonly values: readonly string[];
}

/** Labels of pods or namespaces; no requirement selects everything. */
export type LabelSelector = readonly Requirement[];

/** Requirements that hold together; a node selector is a list of alternatives. */
export interface NodeSelectorTerm {
  readonly labels: readonly Requirement[];
  /** On `metadata.name`, the only field that nodes are selected by. */
  readonly fields: readonly Requirement[];
}

export interface Toleration {
  readonly key?: string;
  readonly operator: 'Exists' | 'Equal';
  readonly value: string;
  readonly effect?: string;
}

/** Pods near which another must or must not run. */
export interface PodAffinityTerm {
  readonly topologyKey: string;
  /** Nothing is selected where the selector is missing. */
  readonly selector?: LabelSelector;
  readonly namespaces: readonly string[];
  readonly namespaceSelector?: LabelSelector;
}

export interface TopologySpread {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  readonly selector?: LabelSelector;
  /** Whether nodes that the pod cannot select count as domains. */
  readonly honorsNodeAffinity: boolean;
  /** Whether nodes with taints that the pod does not tolerate are left out. */
  readonly honorsTaints: boolean;
}

export interface HostPort {
  readonly ip: string;
  readonly protocol: string;
  readonly port: number;
}

export interface Requests {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly ephemeralBytes: number;
}

export interface Weighted<T> {
  readonly weight: number;
  readonly term: T;
}

/** What all replicas of a workload have in common, read by the filters. */
export interface PodTemplate {
  /** `Deployment auth/auth-api`. */
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly priority: number;
  readonly nodeName?: string;
  readonly nodeSelector: readonly Requirement[];
  /** Alternatives of the required node affinity; an empty list matches no node. */
  readonly nodeAffinity?: readonly NodeSelectorTerm[];
  readonly preferredNodes: readonly Weighted<NodeSelectorTerm>[];
  readonly tolerations: readonly Toleration[];
  readonly requests: Requests;
  /** Sum of the containers' limits; a container without one adds its request. */
  readonly limits: Requests;
  readonly hostPorts: readonly HostPort[];
  readonly podAffinity: readonly PodAffinityTerm[];
  readonly podAntiAffinity: readonly PodAffinityTerm[];
  readonly preferredNear: readonly Weighted<PodAffinityTerm>[];
  readonly preferredApart: readonly Weighted<PodAffinityTerm>[];
  /** Constraints with `whenUnsatisfiable: DoNotSchedule`. */
  readonly spread: readonly TopologySpread[];
}

/** A block volume that a pod attaches. */
export interface PodVolume {
  /** `namespace/claim`; pods that name the same claim share one volume. */
  readonly claim: string;
  readonly gib: number;
  /** Zone of a volume that exists already. @default - bound where its first pod is placed */
  readonly zone?: string;
  /** Zones in which its storage class may create it. @default - any */
  readonly allowedZones?: readonly string[];
}

export interface Pod {
  /** Unique: `auth/auth-api-0`. */
  readonly name: string;
  readonly template: PodTemplate;
  readonly volumes: readonly PodVolume[];
  /** The node that a DaemonSet made it for. */
  readonly onlyNode?: string;
}
