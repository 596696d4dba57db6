/** What the API server says of a cluster, as far as the report reads it. */
export interface Observed {
  readonly nodes: readonly ObservedNode[];
  readonly applications: readonly ObservedApplication[];
  readonly pods: readonly ObservedPod[];
  /** Last lines of containers that crash, by `namespace/pod/container`. */
  readonly logs: Readonly<Record<string, string>>;
  readonly certificates: readonly ObservedCertificate[];
}

interface Metadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ObservedNode {
  readonly metadata?: Metadata;
  readonly spec?: {
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
  readonly status?: {
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly message?: string;
    }[];
    readonly nodeInfo?: { readonly kubeletVersion?: string };
  };
}

export interface ObservedApplication {
  readonly metadata: Metadata & { readonly annotations?: Readonly<Record<string, string>> };
  readonly spec?: unknown;
  readonly status?: {
    readonly sync?: { readonly status?: string };
    readonly health?: { readonly status?: string; readonly message?: string };
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
    readonly operationState?: { readonly message?: string };
    readonly resources?: readonly {
      readonly kind: string;
      readonly namespace?: string;
      readonly name: string;
      readonly status?: string;
    }[];
  };
}

interface Waiting {
  readonly reason?: string;
  readonly message?: string;
}

export interface ObservedContainer {
  readonly name: string;
  readonly image: string;
  readonly ready: boolean;
  readonly state?: {
    readonly waiting?: Waiting;
    readonly terminated?: Waiting & { readonly exitCode: number };
  };
  readonly lastState?: { readonly terminated?: Waiting & { readonly exitCode: number } };
}

export interface ObservedPod {
  readonly metadata?: Metadata;
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
    readonly initContainerStatuses?: readonly ObservedContainer[];
    readonly containerStatuses?: readonly ObservedContainer[];
  };
}

export interface ObservedCertificate {
  readonly name: string;
  /** `ISSUED`, `PENDING_VALIDATION`, … as ACM says it, or `ISSUED` for one that answers. */
  readonly status: string;
  readonly daysLeft?: number;
}
