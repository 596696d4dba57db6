import type { ClusterDefinition } from './definition/cluster-definition';

/**
 * Types a definition so that its cross-references are checked by the compiler: a zone, domain or worker that is not
 * declared does not compile, and the error names the nearest one that is.
 */
export function defineCluster<
  const Zone extends string,
  const Domain extends string,
  const Worker extends string,
>(definition: ClusterDefinition<Zone, Domain, Worker>): ClusterDefinition<Zone, Domain, Worker> {
  return definition;
}
