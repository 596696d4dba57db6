import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';

/**
 * Parameters below the cluster's path, for what it needs to know and cannot decide: ids, never secrets. Their ids in
 * Terraform are their paths with underscores.
 */
export function parameters(
  scope: Construct,
  { names }: Pick<Cluster, 'names'>,
  values: Readonly<Record<string, readonly [description: string, value: string | readonly string[]]>>,
): void {
  for (const [path, [description, value]] of Object.entries(values))
    new SsmParameter(scope, `parameter_${path.replaceAll(/[/-]/g, '_')}`, {
      name: `${names.parameterPath}/${path}`,
      description,
      ...(typeof value === 'string'
        ? { type: 'String', value }
        : { type: 'StringList', value: value.join(',') }),
    });
}
