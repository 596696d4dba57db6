import type { Statement } from './statement';

/** Pods that keep images in the bucket that CloudFront serves. */
export function imagesBucket(bucket: string): Statement[] {
  return [
    {
      sid: 'FindImages',
      why: 'Without it S3 answers 403 instead of 404 for an image that is not there.',
      actions: ['s3:ListBucket'],
      resources: [`arn:aws:s3:::${bucket}`],
    },
    {
      sid: 'ReadAndWriteImages',
      why: 'APIs and workers store what users upload and read it again; the bucket expires it, so nobody deletes.',
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      resources: [`arn:aws:s3:::${bucket}/*`],
    },
  ];
}

/** PostgreSQL's base backups and write-ahead log. */
export function databaseBackup(bucket: string): Statement[] {
  return [
    {
      sid: 'FindBackups',
      why: 'A restore looks for the newest backup, and retention for the oldest.',
      actions: ['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
      resources: [`arn:aws:s3:::${bucket}`],
    },
    {
      sid: 'KeepBackups',
      why: 'The operator writes backups, reads them for a restore and deletes what is older than the retention.',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      resources: [`arn:aws:s3:::${bucket}/*`],
    },
  ];
}
