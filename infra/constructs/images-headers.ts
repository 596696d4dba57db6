import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';

const yearSeconds = 31_536_000;

/**
 * Headers of every image. CloudFront answers for the site's origins itself: what the bucket answered for one origin would
 * be cached and sent to the next (incident A40).
 */
export function imagesHeaders(scope: Construct, { edge, names }: Cluster): CloudfrontResponseHeadersPolicy {
  return new CloudfrontResponseHeadersPolicy(scope, 'images-headers', {
    name: `${names.cluster}-images`,
    comment: `Headers of ${edge.hosts.images}`,
    corsConfig: {
      accessControlAllowCredentials: false,
      accessControlAllowHeaders: { items: ['*'] },
      accessControlAllowMethods: { items: ['GET', 'HEAD', 'OPTIONS'] },
      accessControlAllowOrigins: { items: [...edge.siteOrigins] },
      accessControlMaxAgeSec: 3600,
      originOverride: true,
    },
    securityHeadersConfig: {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: 'DENY', override: true },
      referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: true },
      strictTransportSecurity: {
        accessControlMaxAgeSec: yearSeconds,
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    },
  });
}
