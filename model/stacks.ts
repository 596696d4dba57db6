import type { Cluster } from './cluster';

/** Terraform stacks, in the order in which they are applied. */
export const stackOrder = ['state', 'network', 'nodes', 'edge'] as const;

export type StackName = (typeof stackOrder)[number];

/** The stacks that a cluster has, in the order in which they are applied: one cluster keeps the state of all. */
export function stackNames({ terraform }: Pick<Cluster, 'terraform'>): readonly StackName[] {
  return stackOrder.filter((name) => name !== 'state' || terraform.ownsState);
}

/** The stacks that Atlantis plans: all but the one that keeps the state, which is applied once by hand. */
export function plannedStackNames(cluster: Pick<Cluster, 'terraform'>): readonly StackName[] {
  return stackNames(cluster).filter((name) => name !== 'state');
}
