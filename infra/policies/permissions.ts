import type { AwsPermission } from '../../model/aws/identities';
import type { Cluster } from '../../model/cluster';
import { dns } from './dns';
import { ebsCsi } from './ebs-csi';
import { loadBalancer } from './load-balancer/load-balancer';
import { secrets } from './secrets';
import type { ArnContext, Statement } from './statement';
import { databaseBackup, imagesBucket } from './storage';
import { terraform } from './terraform/terraform';

interface Context extends ArnContext {
  /** ARN of the public hosted zone, for the permission `dns`. */
  readonly zoneArn?: string;
}

/** The policies of a permission, by the name that follows the cluster's in AWS. */
export function policiesOf(
  permission: AwsPermission,
  cluster: Cluster,
  context: Context,
): Readonly<Record<string, Statement[]>> {
  switch (permission) {
    case 'ebs-csi':
      return { 'ebs-csi': ebsCsi(context) };
    case 'load-balancer':
      return loadBalancer({ ...context, cluster: cluster.names.cluster });
    case 'secrets':
      return { secrets: secrets(context, cluster.names.parameterPath) };
    case 'dns':
      if (context.zoneArn === undefined) throw new Error('the permission dns needs a zone');
      return { dns: dns(context.zoneArn) };
    case 'database-backup':
      return { 'database-backup': databaseBackup(cluster.data.postgresql.backup.bucket) };
    case 'images-bucket':
      return { 'images-bucket': imagesBucket(cluster.edge.images.bucket) };
    case 'terraform':
      return terraform(cluster, context);
  }
}
