import type { ArnContext, Statement } from './statement';

/** External Secrets: parameters below the cluster's own path. Their key is AWS's own, which needs no statement. */
export function secrets({ region, account }: ArnContext, parameterPath: string): Statement[] {
  return [
    {
      sid: 'ReadParameters',
      why: 'Secrets are copied from Parameter Store into the cluster, from its own path and from no other.',
      actions: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
      resources: [`arn:aws:ssm:${region}:${account}:parameter${parameterPath}/*`],
    },
  ];
}
