import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Source } from '../charts/helm/source';
import type { Cluster } from '../model/cluster';
import type { Stage } from '../model/stages';

/** One Argo CD Application: its place in the order, and the chart that makes its content. */
export interface PlatformApplication {
  /** Its name, and that of its folder below dist/<cluster>/manifests. */
  readonly name: string;
  readonly stage: Stage;
  /** Namespace of what has none of its own. */
  readonly namespace: string;
  readonly project: string;
  /** Charts and repositories of others that it installs as well. @default - none */
  readonly sources?: readonly Source[];
  /** Our own objects. @default - none: it consists of its sources */
  readonly chart?: (scope: Construct, cluster: Cluster) => Chart;
  /**
   * Apply on the server, for definitions that are larger than an annotation may be. Waves inside the Application are
   * then ignored (argo-cd#13320), so it must have none.
   * @default false
   */
  readonly serverSideApply?: boolean;
  /**
   * Delete its objects together with the Application. Only where nothing is lost by it.
   * @default false
   */
  readonly cascade?: boolean;
  /** Fields that a controller changes, and Argo CD leaves to it. */
  readonly ignoreDifferences?: readonly {
    readonly group: string;
    readonly kind: string;
    readonly name?: string;
    readonly jqPathExpressions: readonly string[];
  }[];
}
