import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';
import { imagesHeaders } from './images-headers';

/**
 * AWS's policy for content that depends on nothing but its path:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';

/** Serves the images bucket at its own host name. Creating and deleting it takes AWS up to 15 minutes (incident A13). */
export function imagesDistribution(
  scope: Construct,
  cluster: Cluster,
  props: { readonly bucket: S3Bucket; readonly certificateArn: string; readonly zoneId: string },
): CloudfrontDistribution {
  const { edge, names } = cluster;
  const host = edge.hosts.images;
  const originId = 'images';
  const access = new CloudfrontOriginAccessControl(scope, 'images-access', {
    name: `${names.cluster}-images`,
    description: `${host} reads ${edge.images.bucket}`,
    originAccessControlOriginType: 's3',
    signingBehavior: 'always',
    signingProtocol: 'sigv4',
  });
  const distribution = new CloudfrontDistribution(scope, 'images-cdn', {
    enabled: true,
    comment: host,
    aliases: [host],
    isIpv6Enabled: true,
    httpVersion: 'http2and3',
    priceClass: 'PriceClass_200',
    origin: [
      { originId, domainName: props.bucket.bucketRegionalDomainName, originAccessControlId: access.id },
    ],
    defaultCacheBehavior: {
      targetOriginId: originId,
      viewerProtocolPolicy: 'redirect-to-https',
      allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      cachedMethods: ['GET', 'HEAD'],
      compress: true,
      cachePolicyId: cachingOptimized,
      responseHeadersPolicyId: imagesHeaders(scope, cluster).id,
    },
    restrictions: { geoRestriction: { restrictionType: 'none', locations: [] } },
    viewerCertificate: {
      acmCertificateArn: props.certificateArn,
      sslSupportMethod: 'sni-only',
      minimumProtocolVersion: 'TLSv1.2_2021',
    },
    // By these a clean-up finds it even when it is disabled and has lost its alias (incident A14).
    tags: { Name: host, Origin: edge.images.bucket, [names.clusterTag]: 'owned' },
  });
  for (const [id, type] of [
    ['images-ipv4', 'A'],
    ['images-ipv6', 'AAAA'],
  ] as const)
    new Route53Record(scope, id, {
      zoneId: props.zoneId,
      name: host,
      type,
      alias: {
        name: distribution.domainName,
        zoneId: distribution.hostedZoneId,
        evaluateTargetHealth: false,
      },
    });
  return distribution;
}
