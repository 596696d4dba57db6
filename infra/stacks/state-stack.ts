import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { bucket, bucketPolicy } from '../constructs/bucket';
import { outputs } from '../constructs/outputs';
import { PlatformStack } from '../constructs/platform-stack';

/** Where every stack of every cluster keeps its state. Applied once, by hand: see docs/adr/0010-stacks-meet-in-names.md. */
export class StateStack extends PlatformStack {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'state');
    const { stateBucket, lockTable } = cluster.terraform;
    const state = bucket(this, 'terraform-state', {
      name: stateBucket,
      encryption: 'aws:kms',
      lifecycle: [
        {
          id: 'old-states',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          noncurrentVersionExpiration: [{ noncurrentDays: 365, newerNoncurrentVersions: 50 }],
        },
      ],
      holdsData: true,
    });
    bucketPolicy(this, 'terraform-state', state);
    new DynamodbTable(this, 'terraform-locks', {
      name: lockTable,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'LockID',
      attribute: [{ name: 'LockID', type: 'S' }],
      serverSideEncryption: { enabled: true },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
      tags: { Name: lockTable },
      lifecycle: { preventDestroy: true },
    });
    outputs(this, {
      state_bucket: ['Bucket of the states', state.made.bucket],
      lock_table: ['Table of the locks', lockTable],
    });
  }
}
