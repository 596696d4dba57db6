import type { RawPodSpec } from '../scheduling/raw-pod-spec';

/** CPU and memory of one container, as Kubernetes writes them. */
export interface Amounts {
  readonly cpu: string;
  readonly memory: string;
}

export interface ContainerFootprint {
  /** Where the chart's values set its resources, e.g. `webhook.resources`. */
  readonly resourcesAt: string;
  /**
   * What counts where the values set nothing: the chart's own default, or what the program is known to use. A container
   * without a request still uses memory, and a proof that counted nothing would be wrong on the first busy day.
   */
  readonly uses: Amounts;
  /** Port that is a host port where the pod uses the host's network. */
  readonly port?: number;
  /** Runs only where this value is true. @default - always */
  readonly onlyWhere?: string;
}

/** One Deployment, StatefulSet or DaemonSet of a chart. */
export interface ComponentFootprint {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly name: string;
  /** Where nodeSelector, tolerations, affinity and priorityClassName are in the values; empty for the top. */
  readonly valuesAt: string;
  /** Where the number of replicas is. @default - always one */
  readonly replicasAt?: string;
  /** @default 1 */
  readonly replicas?: number;
  /** Switched off where this value is false. */
  readonly enabledAt?: string;
  readonly strategy?: object;
  readonly containers: readonly ContainerFootprint[];
  /** What the chart sets where the values do not. */
  readonly podDefaults?: RawPodSpec;
  /** Where a claim of the pod is switched on, and sized by `size`. */
  readonly persistenceAt?: string;
}

/** A custom resource that a chart makes from its values, for an operator to run. */
export interface ResourceFootprint {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly specAt: string;
  readonly enabledAt?: string;
}

/** What a Helm chart runs, declared because the synthesizer renders no charts. */
export interface ChartFootprint {
  readonly chart: string;
  /** Chart versions that were read, as a semver range. */
  readonly versions: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly components: readonly ComponentFootprint[];
  readonly resources?: readonly ResourceFootprint[];
}
