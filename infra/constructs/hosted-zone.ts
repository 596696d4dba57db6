import { DataAwsRoute53Zone } from '@cdktf/provider-aws/lib/data-aws-route53-zone';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster';

/** The public zone, and its delegation where the zone above is ours too. */
export function hostedZone(scope: Construct, { edge, names }: Cluster): Route53Zone {
  const zone = new Route53Zone(scope, 'public', {
    name: edge.domain,
    comment: `Public names of ${names.cluster}`,
    tags: { Name: edge.domain },
    // Whoever sells the domain points at this zone's name servers; a new zone has others.
    lifecycle: { preventDestroy: true },
  });
  if (edge.parentDomain !== undefined)
    new Route53Record(scope, 'delegation', {
      zoneId: new DataAwsRoute53Zone(scope, 'parent', { name: edge.parentDomain }).zoneId,
      name: edge.domain,
      type: 'NS',
      ttl: 3600,
      records: zone.nameServers,
    });
  return zone;
}
