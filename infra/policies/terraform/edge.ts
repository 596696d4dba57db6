import type { Cluster } from '../../../model/cluster';
import type { ArnContext, Statement } from '../statement';

/** Buckets, zones, certificates and the distribution. */
export function terraformEdge(cluster: Cluster, { region, account }: ArnContext): Statement[] {
  const buckets = [
    cluster.edge.images.bucket,
    cluster.data.postgresql.backup.bucket,
    cluster.oidcIssuerBucket,
  ];
  return [
    {
      sid: 'KeepBuckets',
      why: 'An apply keeps the settings of the buckets; it never reads, writes or deletes what is in them.',
      actions: [
        's3:CreateBucket',
        's3:DeleteBucketPolicy',
        's3:GetBucket*',
        's3:Get*Configuration',
        's3:ListBucket',
        ...['Policy', 'PublicAccessBlock', 'Tagging', 'Versioning', 'CORS', 'OwnershipControls'].map(
          (setting) => `s3:PutBucket${setting}`,
        ),
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
      ],
      resources: buckets.flatMap((bucket) => (bucket === undefined ? [] : [`arn:aws:s3:::${bucket}`])),
    },
    {
      sid: 'FindZones',
      why: 'A zone has its id from AWS, so it is looked up by name; creating one and listing take no resource.',
      actions: ['route53:CreateHostedZone', 'route53:ListHostedZones', 'route53:ListHostedZonesByName'],
      resources: ['*'],
    },
    {
      sid: 'KeepZones',
      why: 'Terraform owns the apex, the images and the validation of certificates.',
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ChangeTagsForResource',
        'route53:Get*',
        'route53:List*',
        'route53:UpdateHostedZoneComment',
      ],
      resources: ['arn:aws:route53:::hostedzone/*', 'arn:aws:route53:::change/*'],
    },
    {
      sid: 'KeepCertificates',
      why: 'Certificates of the load balancer are in the region, those of CloudFront in us-east-1.',
      actions: ['Add', 'List', 'Remove']
        .map(
          (verb) => `acm:${verb}Tags${verb === 'Add' ? 'To' : verb === 'List' ? 'For' : 'From'}Certificate`,
        )
        .concat(['acm:DeleteCertificate', 'acm:DescribeCertificate', 'acm:RequestCertificate']),
      resources: [...new Set([region, 'us-east-1'])].map(
        (place) => `arn:aws:acm:${place}:${account}:certificate/*`,
      ),
    },
    ...(cluster.edge.images.cdn ? [cloudFront(account)] : []),
  ];
}

const cloudFront = (account: string): Statement => ({
  sid: 'KeepDistribution',
  why: 'Images are served by one distribution with its own way into the bucket; their ids come from AWS.',
  actions: [
    ...['Distribution', 'OriginAccessControl', 'ResponseHeadersPolicy'].flatMap((kind) =>
      ['Create', 'Update', 'Delete'].map((verb) => `cloudfront:${verb}${kind}`),
    ),
    'cloudfront:Get*',
    'cloudfront:List*',
    'cloudfront:TagResource',
    'cloudfront:UntagResource',
  ],
  resources: ['distribution', 'origin-access-control', 'response-headers-policy', 'cache-policy'].map(
    (kind) => `arn:aws:cloudfront::${account}:${kind}/*`,
  ),
});
