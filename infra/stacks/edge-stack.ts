import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { Construct } from 'constructs';
import { awsIdentities } from '../../model/aws/identities';
import { issuerHost, serviceAccountIssuer } from '../../model/aws/service-account-issuer';
import type { Cluster } from '../../model/cluster';
import { apexRecord } from '../constructs/apex-record';
import { bucket, bucketPolicy } from '../constructs/bucket';
import { certificate } from '../constructs/certificate';
import { hostedZone } from '../constructs/hosted-zone';
import { identityRoles } from '../constructs/identity-roles';
import { imagesBucket } from '../constructs/images';
import { imagesDistribution } from '../constructs/images-distribution';
import { nodeRoleName } from '../constructs/node-roles';
import { outputs, type Output } from '../constructs/outputs';
import { parameters } from '../constructs/parameters';
import { PlatformStack } from '../constructs/platform-stack';

/** Names, certificates and buckets: what outlives the machines. */
export class EdgeStack extends PlatformStack {
  constructor(scope: Construct, cluster: Cluster) {
    super(scope, cluster, 'edge');
    const { edge, data } = cluster;
    const zone = hostedZone(this, cluster);
    const certificateArn = certificate(this, 'site', {
      domain: edge.domain,
      wildcards: [`*.${edge.domain}`],
      zoneId: zone.zoneId,
    });
    apexRecord(this, cluster, zone.zoneId);
    const images = this.images(zone);
    this.backups();
    const roles = this.dnsRole(zone);
    parameters(this, cluster, {
      'edge/hosted-zone-id': ['Zone of the public names', zone.zoneId],
      'edge/certificate-arn': ['Certificate of the load balancer', certificateArn],
    });
    outputs(this, {
      hosted_zone_id: ['Zone of the public names', zone.zoneId],
      name_servers: ['What whoever sells the domain points it at', zone.nameServers],
      certificate_arn: ['Certificate of the load balancer', certificateArn, 'sensitive'],
      images_bucket: ['Bucket of the images', edge.images.bucket],
      backups_bucket: ['Bucket of the database backups', data.postgresql.backup.bucket],
      ...images,
      edge_identity_roles: ['Role of each workload identity that needs the zone', roles, 'sensitive'],
    });
  }

  /** The images bucket and, where the definition asks for it, what serves it. */
  private images(zone: Route53Zone): Record<string, Output> {
    const { cluster } = this;
    const images = imagesBucket(this, cluster);
    if (!cluster.edge.images.cdn) {
      bucketPolicy(this, 'images', images);
      return {};
    }
    const certificateArn = certificate(this, 'images-host', {
      domain: cluster.edge.hosts.images,
      zoneId: zone.zoneId,
      provider: this.usEast1(),
    });
    const distribution = imagesDistribution(this, cluster, {
      bucket: images.made,
      certificateArn,
      zoneId: zone.zoneId,
    });
    bucketPolicy(this, 'images', images, [
      {
        sid: 'CloudFront',
        why: 'The distribution of the images reads them, and no other distribution.',
        principals: [{ type: 'Service', identifiers: ['cloudfront.amazonaws.com'] }],
        actions: ['s3:GetObject'],
        resources: [`${images.made.arn}/*`],
        conditions: [{ test: 'StringEquals', variable: 'aws:SourceArn', values: [distribution.arn] }],
      },
    ]);
    return {
      images_certificate_arn: ['Certificate of the distribution, in us-east-1', certificateArn, 'sensitive'],
      images_distribution_id: ['Distribution of the images', distribution.id],
      images_distribution_domain: ['Its own name', distribution.domainName],
    };
  }

  /** PostgreSQL's backups are here and not with the machines, so that they outlive them. */
  private backups(): void {
    const { bucket: name, retentionDays } = this.cluster.data.postgresql.backup;
    const backups = bucket(this, 'backups', {
      name,
      encryption: 'aws:kms',
      lifecycle: [
        {
          id: 'deleted-backups',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          noncurrentVersionExpiration: [{ noncurrentDays: retentionDays }],
        },
      ],
      holdsData: true,
    });
    bucketPolicy(this, 'backups', backups);
  }

  private dnsRole(zone: Route53Zone): Record<string, string> {
    const { cluster } = this;
    const account = new DataAwsCallerIdentity(this, 'current', {}).accountId;
    const issuer = serviceAccountIssuer(cluster);
    return identityRoles(
      this,
      cluster,
      awsIdentities(cluster).filter(({ permission }) => permission === 'dns'),
      {
        account,
        zoneArn: zone.arn,
        // The nodes stack makes them, and is applied before.
        nodeRoleName: (kind) => nodeRoleName(cluster, kind),
        ...(issuer ? { issuer: this.provider(account, issuerHost(issuer)) } : {}),
      },
    );
  }

  /** The nodes stack makes the provider; its ARN follows from the issuer's name. */
  private provider(account: string, host: string) {
    return { host, providerArn: `arn:aws:iam::${account}:oidc-provider/${host}` };
  }
}
