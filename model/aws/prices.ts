import type { InstanceTypeName } from './instance-types';
import type { Price, PriceUnit } from './price';

/** What AWS charges in one region. */
export interface RegionalPrices {
  /** Linux, on demand, shared tenancy. */
  readonly instances: Readonly<Record<InstanceTypeName, Price>>;
  /** Includes 3,000 IOPS and 125 MiB/s. */
  readonly gp3: Price;
  readonly ebsSnapshot: Price;
  readonly publicIpv4: Price;
  readonly natGateway: Price;
  readonly natGatewayData: Price;
  readonly interfaceEndpoint: Price;
  readonly applicationLoadBalancer: Price;
  readonly applicationLoadBalancerUnit: Price;
  readonly networkLoadBalancer: Price;
  readonly networkLoadBalancerUnit: Price;
  readonly dataTransferOut: Price;
  readonly dataTransferBetweenZones: Price;
  readonly s3Standard: Price;
  readonly s3Writes: Price;
  readonly s3Reads: Price;
  readonly cloudFrontData: Price;
  readonly cloudFrontRequests: Price;
  readonly hostedZone: Price;
  readonly logIngestion: Price;
  readonly ssmStandardParameter: Price;
}

/** Hours that AWS's own estimates count in a month. */
export const hoursPerMonth = 730;

const ec2 = 'https://aws.amazon.com/ec2/pricing/on-demand/';
const ebs = 'https://aws.amazon.com/ebs/pricing/';
const vpc = 'https://aws.amazon.com/vpc/pricing/';
const elb = 'https://aws.amazon.com/elasticloadbalancing/pricing/';
const s3 = 'https://aws.amazon.com/s3/pricing/';
const cdn = 'https://aws.amazon.com/cloudfront/pricing/';
const route53 = 'https://aws.amazon.com/route53/pricing/';

/**
 * Prices by region. The pages above are the source of record; figures dated 2026 were cross-checked against published
 * bills and quotations of the AWS price list for Seoul (t3, gp3, NAT gateway, load balancer, transfer, IPv4), figures
 * dated 2025 were not: check those before a decision hangs on them.
 */
export const prices: Readonly<Record<string, RegionalPrices>> = {
  'ap-northeast-2': {
    instances: {
      't3.nano': price(0.0065, 'hour', ec2, '2026-10-01'),
      't3.micro': price(0.013, 'hour', ec2, '2026-10-01'),
      't3.small': price(0.026, 'hour', ec2, '2026-10-01'),
      't3.medium': price(0.052, 'hour', ec2, '2026-10-01'),
      't3.large': price(0.104, 'hour', ec2, '2026-10-01'),
      't3.xlarge': price(0.208, 'hour', ec2, '2026-10-01'),
      't3.2xlarge': price(0.416, 'hour', ec2, '2026-10-01'),
      't3a.nano': price(0.0059, 'hour', ec2, '2025-11-01'),
      't3a.micro': price(0.0117, 'hour', ec2, '2025-11-01'),
      't3a.small': price(0.0234, 'hour', ec2, '2025-11-01'),
      't3a.medium': price(0.0468, 'hour', ec2, '2025-11-01'),
      't3a.large': price(0.0936, 'hour', ec2, '2025-11-01'),
      't3a.xlarge': price(0.1872, 'hour', ec2, '2025-11-01'),
      't3a.2xlarge': price(0.3744, 'hour', ec2, '2025-11-01'),
      'm6i.large': price(0.118, 'hour', ec2, '2025-11-01'),
      'm6i.xlarge': price(0.236, 'hour', ec2, '2025-11-01'),
      'm6i.2xlarge': price(0.472, 'hour', ec2, '2025-11-01'),
      'c6i.large': price(0.096, 'hour', ec2, '2025-11-01'),
      'c6i.xlarge': price(0.192, 'hour', ec2, '2025-11-01'),
      'c6i.2xlarge': price(0.384, 'hour', ec2, '2025-11-01'),
    },
    gp3: price(0.0912, 'GB-month', ebs, '2026-10-01'),
    ebsSnapshot: price(0.05, 'GB-month', ebs, '2025-11-01'),
    publicIpv4: price(0.005, 'hour', vpc, '2026-10-01'),
    natGateway: price(0.059, 'hour', vpc, '2026-10-01'),
    natGatewayData: price(0.059, 'GB', vpc, '2026-10-01'),
    interfaceEndpoint: price(0.013, 'hour', 'https://aws.amazon.com/privatelink/pricing/', '2025-11-01'),
    applicationLoadBalancer: price(0.0225, 'hour', elb, '2026-10-01'),
    applicationLoadBalancerUnit: price(0.008, 'LCU-hour', elb, '2026-10-01'),
    networkLoadBalancer: price(0.0225, 'hour', elb, '2025-11-01'),
    networkLoadBalancerUnit: price(0.006, 'LCU-hour', elb, '2025-11-01'),
    dataTransferOut: price(0.126, 'GB', ec2, '2026-10-01'),
    dataTransferBetweenZones: price(0.01, 'GB', ec2, '2025-11-01'),
    s3Standard: price(0.025, 'GB-month', s3, '2025-11-01'),
    s3Writes: price(0.0045, '1,000 requests', s3, '2025-11-01'),
    s3Reads: price(0.00035, '1,000 requests', s3, '2025-11-01'),
    cloudFrontData: price(0.12, 'GB', cdn, '2025-11-01'),
    cloudFrontRequests: price(0.012, '10,000 requests', cdn, '2025-11-01'),
    hostedZone: price(0.5, 'month', route53, '2025-11-01'),
    logIngestion: price(0.76, 'GB', 'https://aws.amazon.com/cloudwatch/pricing/', '2025-11-01'),
    ssmStandardParameter: price(0, 'month', 'https://aws.amazon.com/systems-manager/pricing/', '2025-11-01'),
  },
};

function price(usd: number, unit: PriceUnit, source: string, date: string): Price {
  return { usd, unit, source, date };
}
