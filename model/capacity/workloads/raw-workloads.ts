import type { RawPodSpec } from '../scheduling/raw-pod-spec';

/** A claim as a StatefulSet or a custom resource writes it. */
export interface RawClaim {
  readonly metadata?: { readonly name?: string };
  readonly spec?: {
    readonly storageClassName?: string;
    readonly resources?: { readonly requests?: { readonly storage?: string } };
  };
}

/** The parts of the built-in kinds that this proof reads. */
export interface RawWorkloadSpec {
  readonly replicas?: number;
  readonly parallelism?: number;
  readonly completions?: number;
  readonly suspend?: boolean;
  readonly jobTemplate?: { readonly spec?: RawWorkloadSpec };
  readonly template?: {
    readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
    readonly spec?: RawPodSpec;
  };
  readonly strategy?: {
    readonly type?: string;
    readonly rollingUpdate?: {
      readonly maxSurge?: number | string;
      readonly maxUnavailable?: number | string;
    };
  };
  readonly volumeClaimTemplates?: readonly RawClaim[];
}
