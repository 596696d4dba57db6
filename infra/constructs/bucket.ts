import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { Construct } from 'constructs';
import type { Statement } from '../policies/statement';
import { policyDocument } from './policy-document';

interface BucketProps {
  readonly name: string;
  /** `aws:kms` uses AWS's own key; what anonymous readers or CloudFront read can only be `AES256`. */
  readonly encryption: 'aws:kms' | 'AES256';
  /** Whether its policy may open objects to everybody. @default false */
  readonly publicPolicy?: boolean;
  readonly lifecycle: readonly S3BucketLifecycleConfigurationRule[];
  /** Whether Terraform refuses to destroy it; otherwise it goes with everything in it. */
  readonly holdsData: boolean;
}

/** A bucket, and what its policy has to wait for. */
export interface MadeBucket {
  readonly made: S3Bucket;
  readonly publicAccess: S3BucketPublicAccessBlock;
}

/** A versioned, encrypted bucket without ACLs. `bucketPolicy` belongs to it. */
export function bucket(scope: Construct, id: string, props: BucketProps): MadeBucket {
  const { name, encryption, publicPolicy = false, lifecycle, holdsData } = props;
  const made = new S3Bucket(scope, id, {
    bucket: name,
    tags: { Name: name },
    ...(holdsData ? { lifecycle: { preventDestroy: true } } : { forceDestroy: true }),
  });
  const { id: bucketId } = made;
  const versioning = new S3BucketVersioningA(scope, `${id}-versioning`, {
    bucket: bucketId,
    versioningConfiguration: { status: 'Enabled' },
  });
  new S3BucketServerSideEncryptionConfigurationA(scope, `${id}-encryption`, {
    bucket: bucketId,
    rule: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: encryption },
        bucketKeyEnabled: encryption === 'aws:kms',
      },
    ],
  });
  new S3BucketOwnershipControls(scope, `${id}-ownership`, {
    bucket: bucketId,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
  });
  const publicAccess = new S3BucketPublicAccessBlock(scope, `${id}-public-access`, {
    bucket: bucketId,
    blockPublicAcls: true,
    ignorePublicAcls: true,
    blockPublicPolicy: !publicPolicy,
    restrictPublicBuckets: !publicPolicy,
  });
  new S3BucketLifecycleConfiguration(scope, `${id}-lifecycle`, {
    bucket: bucketId,
    rule: [...lifecycle, abandonedUploads],
    dependsOn: [versioning],
  });
  return { made, publicAccess };
}

/** Lets in what the statements say, and everybody over TLS only. */
export function bucketPolicy(
  scope: Construct,
  id: string,
  { made, publicAccess }: MadeBucket,
  statements: readonly Statement[] = [],
): void {
  new S3BucketPolicy(scope, `${id}-policy`, {
    bucket: made.id,
    policy: policyDocument(scope, `${id}-allowed`, [overTls(made.arn), ...statements]),
    dependsOn: [publicAccess],
  });
}

const overTls = (arn: string): Statement => ({
  sid: 'OnlyOverTls',
  why: 'Nobody reads or writes in clear text.',
  effect: 'Deny',
  principals: [{ type: '*', identifiers: ['*'] }],
  actions: ['s3:*'],
  resources: [arn, `${arn}/*`],
  conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
});

const abandonedUploads: S3BucketLifecycleConfigurationRule = {
  id: 'abandoned-uploads',
  status: 'Enabled',
  filter: [{ prefix: '' }],
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
};
