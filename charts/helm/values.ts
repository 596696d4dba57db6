import type { Affinity, Container, EnvVar, Toleration, Volume, VolumeMount } from '../schemas/objects';

/** Where a chart's pods run and what they get; every chart names these keys alike. */
export interface PodValues {
  readonly affinity?: Affinity;
  readonly tolerations?: Toleration[];
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly priorityClassName?: string;
  readonly resources?: Container['resources'];
}

/** Values of aws-ebs-csi-driver that we set. */
export interface EbsCsiValues {
  readonly controller: PodValues & {
    readonly replicaCount: number;
    readonly region: string;
    readonly defaultFsType: string;
    readonly k8sTagClusterId: string;
    readonly extraVolumeTags: Readonly<Record<string, string>>;
    readonly enableMetrics?: boolean;
    readonly serviceAccount: { readonly create: boolean; readonly name: string };
    readonly env: EnvVar[];
    readonly volumes: Volume[];
    readonly volumeMounts: VolumeMount[];
  };
  readonly sidecars: Readonly<
    Record<
      'provisioner' | 'attacher' | 'snapshotter' | 'livenessProbe' | 'resizer' | 'nodeDriverRegistrar',
      PodValues
    >
  >;
  readonly node: PodValues & { readonly hostNetwork: boolean; readonly tolerateAllTaints: boolean };
}

/** Values of aws-load-balancer-controller that we set. */
export interface LoadBalancerControllerValues extends PodValues {
  readonly clusterName: string;
  readonly region: string;
  /** Only the `Name` tag is looked at (aws-load-balancer-controller#4633). */
  readonly vpcTags: { readonly Name: string };
  readonly replicaCount: number;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly defaultTargetType: 'instance';
  readonly enableServiceMutatorWebhook: boolean;
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly extraVolumes: Volume[];
  readonly extraVolumeMounts: VolumeMount[];
  readonly podDisruptionBudget?: { readonly maxUnavailable: number };
}

/** Values of cloudnative-pg that we set. */
export interface CloudNativePgValues extends PodValues {
  readonly replicaCount: number;
  readonly crds: { readonly create: boolean };
  readonly monitoring: { readonly podMonitorEnabled: boolean };
}

/** Values of external-dns that we set. */
export interface ExternalDnsValues extends PodValues {
  readonly provider: { readonly name: 'aws' };
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly sources: readonly ('ingress' | 'service')[];
  readonly policy: 'sync' | 'upsert-only';
  readonly registry: 'txt';
  readonly txtOwnerId: string;
  readonly txtPrefix: string;
  readonly domainFilters: readonly string[];
  readonly excludeDomains?: readonly string[];
  readonly extraArgs: readonly string[];
  readonly env: EnvVar[];
  readonly extraVolumes: Volume[];
  readonly extraVolumeMounts: VolumeMount[];
}

/** Values of external-secrets that we set. */
export interface ExternalSecretsValues extends PodValues {
  readonly installCRDs: boolean;
  readonly crds: { readonly annotations: Readonly<Record<string, string>> };
  readonly replicaCount: number;
  readonly serviceAccount: { readonly create: boolean; readonly name: string };
  readonly extraEnv: EnvVar[];
  readonly extraVolumes: Volume[];
  readonly extraVolumeMounts: VolumeMount[];
  readonly webhook: PodValues & { readonly port: number };
  readonly certController: PodValues;
}

/** Values of metrics-server that we set. */
export interface MetricsServerValues extends PodValues {
  readonly replicas: number;
  readonly args: readonly string[];
}
