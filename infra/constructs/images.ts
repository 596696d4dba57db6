import { S3BucketCorsConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-cors-configuration';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { bucket, type MadeBucket } from './bucket';

/** What users upload: kept at hand for 30 days, then cheaper, and gone after 90. */
const days = { cheaper: 30, gone: 90 };

/** The images bucket. Its policy is made with whoever may read it. */
export function imagesBucket(scope: Construct, { edge }: Cluster): MadeBucket {
  const images = bucket(scope, 'images', {
    name: edge.images.bucket,
    // CloudFront's access control cannot use AWS's own KMS key.
    encryption: 'AES256',
    lifecycle: [
      {
        id: 'age',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        transition: [{ days: days.cheaper, storageClass: 'STANDARD_IA' }],
        expiration: [{ days: days.gone }],
        noncurrentVersionTransition: [{ noncurrentDays: days.cheaper, storageClass: 'STANDARD_IA' }],
        noncurrentVersionExpiration: [{ noncurrentDays: days.gone }],
      },
    ],
    holdsData: true,
  });
  new S3BucketCorsConfiguration(scope, 'images-cors', {
    bucket: images.made.id,
    corsRule: [
      {
        allowedMethods: ['GET', 'HEAD', 'PUT', 'POST'],
        allowedOrigins: [...edge.siteOrigins],
        allowedHeaders: ['*'],
        exposeHeaders: ['ETag'],
        maxAgeSeconds: 3600,
      },
    ],
  });
  return images;
}
