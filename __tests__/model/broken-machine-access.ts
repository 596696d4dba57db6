import type { BrokenDefinition } from './broken-shapes-and-networks';

const reason = 'Traffic of this bucket is not recorded: it costs more than it tells.';

/** Credentials, addresses, images of machines, and rules that are broken on purpose. */
export const brokenMachineAccess: BrokenDefinition[] = [
  [
    'service account roles without an issuer',
    (d) => delete d.oidcIssuerBucket,
    'oidc-has-an-issuer',
    'oidcIssuerBucket',
  ],
  ['an issuer that nothing reads', (d) => (d.identity = 'node'), 'oidc-has-an-issuer', 'oidcIssuerBucket'],
  [
    'an elastic IP on a private machine',
    (d) => (d.network.egress = 'nat-gateway'),
    'elastic-ip-needs-a-public-subnet',
    'controlPlane.endpoint',
  ],
  [
    'an image named by a pattern',
    (d) => (d.machineImage = 'ami-latest'),
    'machine-image-is-exact',
    'machineImage',
  ],
  [
    'a zone that is not below its parent',
    (d) => (d.edge.parentDomain = 'example.com'),
    'domain-lies-below-its-parent',
    'edge.parentDomain',
  ],
  [
    'a site origin with a path',
    (d) => (d.edge.siteOrigins = ['https://growbin.app/']),
    'site-origins-are-origins',
    'edge.siteOrigins.0',
  ],
  [
    'a suppression without a reason',
    (d) => (d.suppressions = [{ rule: 'CKV_AWS_18', place: 'aws_s3_bucket.images', reason: 'cost' }]),
    'suppressions-have-reasons',
    'suppressions.0.reason',
  ],
  [
    'a suppression of everything',
    (d) => (d.suppressions = [{ rule: 'CKV_AWS_18', place: '*', reason }]),
    'suppressions-have-reasons',
    'suppressions.0.place',
  ],
  [
    'a resource that moves to another type',
    (d) => (d.terraform.moved = [{ stack: 'nodes', from: 'aws_instance.a', to: 'aws_eip.a' }]),
    'moved-resources-have-addresses',
    'terraform.moved.0',
  ],
  [
    'a resource that moves from nowhere',
    (d) => (d.terraform.moved = [{ stack: 'nodes', from: 'k8s-redis', to: 'aws_instance.a' }]),
    'moved-resources-have-addresses',
    'terraform.moved.0.from',
  ],
  [
    'a worker whose role has too long a name',
    (d) => (d.workers['w'.repeat(60)] = { ...d.workers.storage }),
    'role-names-fit',
    `workers.${'w'.repeat(60)}`,
  ],
];
