import type { DataDefinition, MonitoringDefinition } from './data-definition';
import type { DomainDefinition } from './domain-definition';
import type { EdgeDefinition } from './edge-definition';
import type { GitopsDefinition, TerraformDefinition, VersionsDefinition } from './gitops-definition';
import type { NetworkDefinition } from './network-definition';
import type { NodeDefinition } from './node-definition';
import type { Resources } from './quantity';
import type { RoleDefinitions } from './role-definition';
import type { Suppression } from './suppression';
import type { WorkerDefinition } from './worker-definition';

/** A loss that a cluster is made to stand: any one node, or all nodes of any one zone. */
export type Survives = 'node' | 'zone';

/**
 * A cluster as its operators write it. Nodes, domains and workers are maps keyed by name; the name is the identity,
 * so inserting one never touches another's output.
 */
export interface ClusterDefinition<
  Zone extends string = string,
  Domain extends string = string,
  Worker extends string = string,
> {
  /** Names dist/<name>, the state key and the AWS names. Cannot change later. */
  readonly name: string;
  /** Value of the `Project` tag. */
  readonly project: string;
  /** Value of the `Environment` tag. */
  readonly environment: string;
  readonly region: string;
  readonly quota: {
    /** vCPUs of running on-demand standard instances (AWS quota L-1216C47A). */
    readonly standardVcpu: number;
  };
  /**
   * The largest loss after which every workload still has a node. The placement proof fails where it does not hold.
   * @default - nothing is promised: single-node services are a decision, and `npm run place` shows what a loss stops
   */
  readonly survives?: Survives;
  readonly versions: VersionsDefinition;
  readonly network: NetworkDefinition<Zone>;
  readonly controlPlane: {
    /** What answers at the API server's address: the only control-plane node, or a load balancer before several. */
    readonly endpoint: 'elastic-ip' | 'network-load-balancer';
  };
  /**
   * How pods get AWS credentials: each controller a role of its own through the cluster's OIDC issuer, or all of them
   * the role of their node.
   * @default 'oidc'
   */
  readonly identity?: 'oidc' | 'node';
  /**
   * Bucket that publishes the keys of the OIDC issuer; its name is part of the issuer's URL. Cannot change after
   * `kubeadm init`: every token carries the issuer.
   * @default - none; required unless `identity` is `node`
   */
  readonly oidcIssuerBucket?: string;
  /**
   * Ubuntu image that new machines start from. Machines that exist keep theirs.
   * @default - Canonical's current Ubuntu 22.04, from its public parameter
   */
  readonly machineImage?: `ami-${string}`;
  /** Rules, ours and those of outside linters, that this cluster breaks on purpose, each with the reason. */
  readonly suppressions?: readonly Suppression[];
  readonly roles: RoleDefinitions;
  readonly nodes: Readonly<Record<string, NodeDefinition<NoInfer<Zone>, NoInfer<Domain>, NoInfer<Worker>>>>;
  /** Namespace of a domain; `{domain}` stands for its name. */
  readonly domainNamespace: string;
  readonly domains: Readonly<Record<Domain, DomainDefinition>>;
  readonly workers: Readonly<Record<Worker, WorkerDefinition<NoInfer<Domain>>>>;
  readonly defaults: { readonly apiResources: Resources };
  readonly data: DataDefinition;
  readonly monitoring: MonitoringDefinition;
  readonly edge: EdgeDefinition;
  readonly gitops: GitopsDefinition;
  readonly terraform: TerraformDefinition;
}
