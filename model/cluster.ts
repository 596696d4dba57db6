import type { InstanceType, InstanceTypeName } from './aws/instance-types';
import type { ClusterDefinition } from './definition/cluster-definition';
import type { DataService } from './definition/data-definition';
import type { DomainDefinition } from './definition/domain-definition';
import type { Egress } from './definition/network-definition';
import type { Resources } from './definition/quantity';
import type { Role } from './definition/role-definition';
import type { Suppression } from './definition/suppression';
import type { WorkerDefinition } from './definition/worker-definition';
import type { Stage } from './stages';

export interface Zone {
  /** `a`. */
  readonly letter: string;
  /** `ap-northeast-2a`. */
  readonly name: string;
  readonly publicSubnet: string;
  readonly privateSubnet?: string;
}

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule';
}

/** One machine with everything that follows from its entry. */
export interface Node {
  /** EC2 `Name` tag, host name and Kubernetes node name. */
  readonly name: string;
  /** Key in the definition's `nodes`; differs from `name` in a group. */
  readonly definedAs: string;
  readonly role: Role;
  /** What runs here; none on a control plane. */
  readonly serves?: string;
  readonly type: InstanceTypeName;
  readonly instance: InstanceType;
  readonly rootVolumeGiB: number;
  readonly zone: Zone;
  readonly bringUp: number;
  readonly number: number;
  readonly privateIp: string;
  /** Labels beyond kubeadm's own, sorted by key. */
  readonly labels: Readonly<Record<string, string>>;
  /** All taints, kubeadm's on a control plane included. */
  readonly taints: readonly Taint[];
  /** `--node-labels` and `--register-with-taints`; kubeadm sets the control plane's taint itself. */
  readonly kubeletArguments: Readonly<Record<string, string>>;
}

/** Where pods may run: what their node affinity requires, what they tolerate, and which nodes that leaves. */
export interface Placement {
  readonly labels: Readonly<Record<string, string>>;
  readonly tolerations: readonly Taint[];
  /** Names, sorted. */
  readonly nodes: readonly string[];
}

export interface Image {
  /** `ghcr.io/sesacthon/auth-api`. */
  readonly repository: string;
  /** `ghcr.io/sesacthon/auth-api:v1.0.0` or `…@sha256:…`. */
  readonly reference: string;
  /** The tag or digest alone. */
  readonly version: string;
}

export type Domain = Omit<DomainDefinition, 'replicas' | 'resources' | 'uses' | 'secrets'> & {
  readonly name: string;
  readonly namespace: string;
  /** Name of its Deployment, Service and the other objects. */
  readonly app: string;
  readonly replicas: number;
  readonly resources: Resources;
  readonly uses: readonly DataService[];
  readonly secrets: readonly string[];
  readonly image: Image;
  readonly placement: Placement;
};

export type Worker = Omit<WorkerDefinition, 'replicas' | 'flushIntervalSeconds' | 'secrets'> & {
  readonly name: string;
  readonly namespace: string;
  /** Name of its StatefulSet and the other objects. */
  readonly app: string;
  readonly replicas: number;
  readonly flushIntervalSeconds: number;
  readonly secrets: readonly string[];
  readonly image: Image;
  readonly placement: Placement;
};

export interface Totals {
  readonly nodes: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly rootVolumeGiB: number;
}

/** Names that more than one output must agree on. */
export interface Names {
  /** Prefix of AWS names and value of the `Cluster` tag. */
  readonly cluster: string;
  /** Key of the tag by which controllers find the cluster's subnets and groups. */
  readonly clusterTag: string;
  /** Path of the cluster's SSM parameters, without a trailing slash. */
  readonly parameterPath: string;
}

/** A definition with everything derived, frozen. Every output is computed from it and from nothing else. */
export interface Cluster extends Pick<
  ClusterDefinition,
  | 'name'
  | 'project'
  | 'environment'
  | 'region'
  | 'quota'
  | 'survives'
  | 'versions'
  | 'controlPlane'
  | 'terraform'
  | 'gitops'
> {
  readonly names: Names;
  readonly identity: 'oidc' | 'node';
  readonly oidcIssuerBucket?: string;
  readonly machineImage?: string;
  readonly suppressions: readonly Suppression[];
  readonly network: {
    readonly vpcCidr: string;
    readonly podCidr: string;
    readonly serviceCidr: string;
    readonly egress: Egress;
    readonly adminCidrs: readonly string[];
    readonly flowLogs: boolean;
    readonly zones: Readonly<Record<string, Zone>>;
  };
  readonly nodes: Readonly<Record<string, Node>>;
  readonly domains: Readonly<Record<string, Domain>>;
  readonly workers: Readonly<Record<string, Worker>>;
  readonly data: {
    readonly [S in DataService]: ClusterDefinition['data'][S] & { readonly placement: Placement };
  };
  /** Image of the hooks: kubectl, Ansible and what their scripts call (images/platform-tools). */
  readonly tools: Image;
  readonly monitoring: ClusterDefinition['monitoring'] & { readonly placement: Placement };
  readonly edge: Omit<ClusterDefinition['edge'], 'hosts' | 'siteOrigins'> & {
    readonly siteOrigins: readonly string[];
    /** Full host names, e.g. `api.growbin.app`. */
    readonly hosts: Readonly<Record<keyof ClusterDefinition['edge']['hosts'], string>>;
  };
  /** Sync wave of each stage. */
  readonly waves: Readonly<Record<Stage, number>>;
  readonly totals: Totals;
}
