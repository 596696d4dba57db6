import type { ApiStage } from '../stages';
import type { DataService } from './data-definition';
import type { Resources } from './quantity';

/** One API domain: its entry gives the namespace, Deployment, Ingress, monitoring and Argo CD Application. */
export interface DomainDefinition {
  /** When its Application syncs, relative to the other APIs. */
  readonly stage: ApiStage;
  /** Path prefix on the API host, e.g. `/api/v1/auth`. */
  readonly path: string;
  /** Position in the shared load balancer's rules, unique in the cluster (1–1000). */
  readonly ingressOrder: number;
  /** @default 2 */
  readonly replicas?: number;
  /** Data services that its pods talk to; opens the network for exactly these. */
  readonly uses?: readonly DataService[];
  /** Whether its pods call HTTPS services on the internet, and why. */
  readonly callsInternet?: string;
  /**
   * Environment variables that its pods read from Parameter Store, below `<parameter path>/<name>/`. Values are put
   * there by hand, never by this repository.
   */
  readonly secrets?: readonly string[];
  /** Whether its pods read and write the images bucket. */
  readonly usesImagesBucket?: boolean;
  /** @default - `defaults.apiResources` of the cluster */
  readonly resources?: Resources;
}
