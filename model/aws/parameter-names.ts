import type { Cluster } from '../cluster';

/**
 * Parameter with the public half of the machines' key. Whoever brings the cluster up makes it before the first apply,
 * outside Terraform, because its private half may be in no state.
 */
export const sshPublicKeyParameter = ({ names }: Pick<Cluster, 'names'>): string =>
  `${names.parameterPath}/ssh/public-key`;
