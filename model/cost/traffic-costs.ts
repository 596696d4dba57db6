import { hoursPerMonth, type RegionalPrices } from '../aws/prices';
import type { Cluster } from '../cluster';
import { costLine, type CostLine } from './cost-line';

/** Free every month, for ever: https://aws.amazon.com/ec2/pricing/on-demand/ and https://aws.amazon.com/cloudfront/pricing/ */
const freeTransferGB = 100;
const freeCdnGB = 1024;
const freeCdnRequests = 10_000_000;

/** What the declared traffic costs; nothing where none is declared. */
export function trafficCosts({ edge: { traffic, images } }: Cluster, prices: RegionalPrices): CostLine[] {
  if (!traffic) return [];
  const { apiGB, imagesStoredGB, imagesServedGB, imageRequests } = traffic;
  const line = (stack: string, item: string, quantity: number, price: CostLine['price']) =>
    costLine({ stack, item, domain: 'shared', quantity: Math.max(0, quantity), price });
  const fromBucket = images.cdn ? 0 : imagesServedGB;
  return [
    // One load balancer capacity unit moves one GB an hour.
    line(
      'kubernetes',
      'load balancer capacity',
      Math.max(1, apiGB / hoursPerMonth) * hoursPerMonth,
      prices.applicationLoadBalancerUnit,
    ),
    line('edge', 'transfer to the internet', apiGB + fromBucket - freeTransferGB, prices.dataTransferOut),
    line('edge', `S3 ${images.bucket}`, imagesStoredGB, prices.s3Standard),
    line('edge', `S3 reads of ${images.bucket}`, imageRequests / 1000, prices.s3Reads),
    ...(images.cdn
      ? [
          line('edge', 'CloudFront transfer', imagesServedGB - freeCdnGB, prices.cloudFrontData),
          line(
            'edge',
            'CloudFront requests',
            (imageRequests - freeCdnRequests) / 10_000,
            prices.cloudFrontRequests,
          ),
        ]
      : []),
  ];
}
