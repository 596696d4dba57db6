import type { Cluster } from '../../../model/cluster';
import type { ArnContext, Statement } from '../statement';

/** The state bucket and the lock table. */
export function terraformState(
  { name, terraform: { stateBucket, lockTable } }: Cluster,
  { region, account }: ArnContext,
): Statement[] {
  return [
    {
      sid: 'FindState',
      why: 'Terraform lists its states and compares the bucket and its settings with the state stack.',
      actions: ['s3:ListBucket', 's3:GetBucket*', 's3:Get*Configuration'],
      resources: [`arn:aws:s3:::${stateBucket}`],
    },
    {
      sid: 'KeepState',
      why: 'Each apply writes the state of its stack, of this cluster only.',
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [`arn:aws:s3:::${stateBucket}/${name}/*`],
    },
    {
      sid: 'LockState',
      why: 'Two applies of one stack never run at the same time.',
      actions: [
        'dynamodb:Describe*',
        'dynamodb:ListTagsOfResource',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:DeleteItem',
      ],
      resources: [`arn:aws:dynamodb:${region}:${account}:table/${lockTable}`],
    },
  ];
}
