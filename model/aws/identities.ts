import type { Cluster } from '../cluster';
import { oncePerCluster } from '../once-per-cluster';
import { byName } from '../resolve/by-name';
import { systemNamespaces } from '../system-namespaces';

/** What a role may do; the policy of each is in infra. */
export type AwsPermission =
  'ebs-csi' | 'load-balancer' | 'secrets' | 'dns' | 'database-backup' | 'images-bucket' | 'terraform';

/** A service account whose pods act in AWS under a role of their own. */
export interface AwsIdentity {
  /** Unique in the cluster. */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly permission: AwsPermission;
  /** Name of its IAM role. */
  readonly roleName: string;
  /**
   * ConfigMap in its namespace with the role's ARN (`AWS_ROLE_ARN`) and an AWS configuration file (`config`). A hook
   * writes it after apply, because an ARN holds the account id, which is not in git.
   */
  readonly configMap: string;
}

/** Audience of the projected tokens, as the IAM OIDC provider expects it. */
export const awsTokenAudience = 'sts.amazonaws.com';
/** Where the token and the configuration file are mounted. */
export const awsIdentityMount = '/var/run/secrets/aws';
/** Where CloudNativePG mounts its projected volume; its operator decides that. */
export const cloudNativePgMount = '/projected';

/** Every workload identity of a cluster, sorted by name; none when pods use their node's role. */
export function awsIdentities(cluster: Cluster): readonly AwsIdentity[] {
  const { domains, workers, data } = cluster;
  const system = systemNamespaces;
  const rows: [name: string, namespace: string, serviceAccount: string, permission: AwsPermission][] = [
    ['alb-controller', system.kubeSystem, 'aws-load-balancer-controller', 'load-balancer'],
    ['atlantis', system.atlantis, 'atlantis', 'terraform'],
    ['ebs-csi', system.kubeSystem, 'ebs-csi-controller-sa', 'ebs-csi'],
    ['external-dns', system.platform, 'external-dns', 'dns'],
    ['external-secrets', system.platform, 'external-secrets', 'secrets'],
    ['postgresql', data.postgresql.namespace, 'postgresql', 'database-backup'],
    ...[...byName(domains), ...byName(workers)]
      .filter(([, entry]) => entry.usesImagesBucket)
      .map(([, { app, namespace }]) => [app, namespace, app, 'images-bucket'] as (typeof rows)[number]),
  ];
  return rows
    .map(([name, namespace, serviceAccount, permission]) => ({
      name,
      namespace,
      serviceAccount,
      permission,
      roleName: `${cluster.names.cluster}-${name}`,
      configMap: `aws-identity-${serviceAccount}`,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The identity of one service account; undefined when its pods use their node's role. */
export function awsIdentity(cluster: Cluster, name: string): AwsIdentity | undefined {
  if (cluster.identity === 'node') return undefined;
  return identitiesByName(cluster).get(name);
}

const identitiesByName = oncePerCluster(
  (cluster) => new Map(awsIdentities(cluster).map((identity) => [identity.name, identity])),
);
