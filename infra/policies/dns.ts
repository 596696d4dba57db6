import type { Statement } from './statement';

/** external-dns: the records of one zone. */
export function dns(zoneArn: string): Statement[] {
  return [
    {
      sid: 'FindZones',
      why: 'external-dns looks for the zone of a host name; listing takes no resource.',
      actions: ['route53:ListHostedZones'],
      resources: ['*'],
    },
    {
      sid: 'KeepRecords',
      why: 'Host names of Ingresses become records of this zone, marked by a TXT record beside each.',
      actions: [
        'route53:ChangeResourceRecordSets',
        'route53:ListResourceRecordSets',
        'route53:ListTagsForResource',
        'route53:ListTagsForResources',
      ],
      resources: [zoneArn],
    },
  ];
}
