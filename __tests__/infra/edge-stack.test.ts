import { eco2 } from '../../clusters/eco2';
import { eco2x13 } from '../../clusters/eco2-13';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { resolved } from '../support/highly-available';
import { nodeIdentity } from '../support/node-identity';
import { addressesOf, terraformStacks, type Stack } from '../support/stacks';

const { edge, state } = terraformStacks(resolveCluster(eco2));
const older = terraformStacks(resolveCluster(eco2x13));

const buckets = (stack: Stack) =>
  addressesOf(stack, 'aws_s3_bucket').map((address) => address.split('.')[1] ?? '');
const everyBucket = [edge, state, terraformStacks(resolveCluster(eco2)).nodes].flatMap((stack) =>
  buckets(stack).map((name) => [name, stack] as const),
);

describe('certificates', () => {
  test('of the load balancer cover the domain and one level below, in the region (incident D18)', () => {
    expect(edge.resources['aws_acm_certificate.site']).toMatchObject({
      domain_name: 'growbin.app',
      subject_alternative_names: ['*.growbin.app'],
      validation_method: 'DNS',
    });
    expect(edge.resources['aws_acm_certificate.site'].provider).toBeUndefined();
  });

  test('of CloudFront are in us-east-1, with an alias that is declared (incidents A02, A03)', () => {
    for (const address of [
      'aws_acm_certificate.images-host',
      'aws_acm_certificate_validation.images-host-validated',
    ])
      expect(edge.resources[address].provider).toBe('aws.us_east_1');
    const aliases = edge.json.provider.aws.map(({ alias, region }: Record<string, string>) => [
      alias,
      region,
    ]);
    expect(aliases).toEqual([
      [undefined, 'ap-northeast-2'],
      ['us_east_1', 'us-east-1'],
    ]);
  });

  test('are used once they were validated', () => {
    expect(edge.resources['aws_cloudfront_distribution.images-cdn'].viewer_certificate).toEqual({
      acm_certificate_arn: '${aws_acm_certificate_validation.images-host-validated.certificate_arn}',
      minimum_protocol_version: 'TLSv1.2_2021',
      ssl_support_method: 'sni-only',
    });
  });
});

describe('the distribution', () => {
  test('reads the bucket through origin access control and serves HTTPS only', () => {
    expect(edge.resources['aws_cloudfront_distribution.images-cdn']).toMatchObject({
      aliases: ['images.growbin.app'],
      price_class: 'PriceClass_200',
      default_cache_behavior: { viewer_protocol_policy: 'redirect-to-https' },
      origin: [
        {
          domain_name: '${aws_s3_bucket.images.bucket_regional_domain_name}',
          origin_access_control_id: '${aws_cloudfront_origin_access_control.images-access.id}',
        },
      ],
    });
    expect(addressesOf(edge, 'aws_cloudfront_origin_access_identity')).toEqual([]);
  });

  test('alone reads the images', () => {
    const { statement } = edge.data['aws_iam_policy_document.images-allowed'];
    const allowed = statement.filter(({ effect }: { effect: string }) => effect === 'Allow');
    expect(allowed).toMatchObject([
      {
        actions: ['s3:GetObject'],
        condition: [{ variable: 'aws:SourceArn', values: ['${aws_cloudfront_distribution.images-cdn.arn}'] }],
      },
    ]);
  });

  test('answers the origins of the site itself, from its cache too (incident A40)', () => {
    const { cors_config } = edge.resources['aws_cloudfront_response_headers_policy.images-headers'];
    expect(cors_config).toMatchObject({
      origin_override: true,
      access_control_allow_origins: { items: ['https://growbin.app', 'https://www.growbin.app'] },
    });
  });

  test('carries what a clean-up looks for (incident A14)', () => {
    expect(edge.resources['aws_cloudfront_distribution.images-cdn'].tags).toMatchObject({
      Origin: 'prod-sesacthon-images',
      'kubernetes.io/cluster/eco2': 'owned',
    });
  });

  test('is not made where the definition switches it off, nor is the second provider (incident A13)', () => {
    expect(addressesOf(older.edge, 'aws_cloudfront_distribution')).toEqual([]);
    expect(addressesOf(older.edge, 'aws_acm_certificate')).toEqual(['aws_acm_certificate.site']);
    expect(older.edge.json.provider.aws).toHaveLength(1);
    expect(buckets(older.edge)).toContain('images');
  });
});

describe('names', () => {
  test('never point at a machine (incident A36)', () => {
    for (const stack of [edge, older.edge])
      for (const address of addressesOf(stack, 'aws_route53_record'))
        expect(JSON.stringify(stack.resources[address])).not.toMatch(/aws_eip|aws_instance|\b10\.0\./);
  });

  test('of the bare domain follow the shared load balancer, once there is one (incident A05)', () => {
    expect(edge.resources['aws_route53_record.apex']).toMatchObject({
      count: '${length(tolist(data.aws_lbs.shared-load-balancers.arns))}',
      alias: { name: '${data.aws_lb.shared-load-balancer[count.index].dns_name}' },
    });
    expect(edge.data['aws_lbs.shared-load-balancers'].tags).toEqual({
      'elbv2.k8s.aws/cluster': 'eco2',
      'ingress.k8s.aws/stack': 'ecoeco-main',
    });
  });

  test('of the load balancer are left to external-dns (incident D27)', () => {
    const names = addressesOf(edge, 'aws_route53_record').map((address) => edge.resources[address].name);
    for (const host of ['api', 'argocd', 'atlantis', 'grafana'])
      expect(names).not.toContain(`${host}.growbin.app`);
  });

  test('of a zone below ours are delegated from it', () => {
    expect(older.edge.resources['aws_route53_record.delegation']).toMatchObject({
      name: 'v06.growbin.app',
      type: 'NS',
      records: '${aws_route53_zone.public.name_servers}',
      zone_id: '${data.aws_route53_zone.parent.zone_id}',
    });
    expect(edge.resources['aws_route53_record.delegation']).toBeUndefined();
  });

  test('are changed by external-dns in its own zone only', () => {
    const { statement } = edge.data['aws_iam_policy_document.allow_dns'];
    const change = statement.find(({ actions }: { actions: string[] }) =>
      actions.includes('route53:ChangeResourceRecordSets'),
    );
    expect(change.resources).toEqual(['${aws_route53_zone.public.arn}']);
  });
});

test('external-dns uses the role of its machines where pods have none of their own', () => {
  const onNodes = terraformStacks(resolved(nodeIdentity())).edge;
  expect(addressesOf(onNodes, 'aws_iam_role')).toEqual([]);
  expect(
    addressesOf(onNodes, 'aws_iam_role_policy_attachment').map((address) => onNodes.resources[address].role),
  ).toEqual(['eco2-node-control-plane', 'eco2-node-worker']);
});

describe.each(everyBucket)('the bucket %s', (name, stack) => {
  test('is versioned, encrypted, without ACLs, and cleans up', () => {
    expect(stack.resources[`aws_s3_bucket_versioning.${name}-versioning`]).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(
      stack.resources[`aws_s3_bucket_server_side_encryption_configuration.${name}-encryption`],
    ).toBeDefined();
    expect(stack.resources[`aws_s3_bucket_ownership_controls.${name}-ownership`].rule).toEqual({
      object_ownership: 'BucketOwnerEnforced',
    });
    expect(stack.resources[`aws_s3_bucket_public_access_block.${name}-public-access`]).toMatchObject({
      block_public_acls: true,
      ignore_public_acls: true,
      block_public_policy: name !== 'oidc_issuer',
      restrict_public_buckets: name !== 'oidc_issuer',
    });
  });

  test('has a filter in every lifecycle rule (incident A07)', () => {
    const { rule } = stack.resources[`aws_s3_bucket_lifecycle_configuration.${name}-lifecycle`];
    for (const { filter } of rule) expect(filter).toEqual([{ prefix: '' }]);
  });

  test('answers over TLS only', () => {
    const [first] = stack.data[`aws_iam_policy_document.${name}-allowed`].statement;
    expect(first).toMatchObject({
      effect: 'Deny',
      condition: [{ variable: 'aws:SecureTransport', values: ['false'] }],
    });
  });
});

test('images become cheaper after 30 days and are gone after 90, older versions too', () => {
  const [age] = edge.resources['aws_s3_bucket_lifecycle_configuration.images-lifecycle'].rule;
  expect(age).toMatchObject({
    transition: [{ days: 30, storage_class: 'STANDARD_IA' }],
    expiration: [{ days: 90 }],
    noncurrent_version_transition: [{ noncurrent_days: 30, storage_class: 'STANDARD_IA' }],
    noncurrent_version_expiration: [{ noncurrent_days: 90 }],
  });
});

test('buckets that hold data, the zone and the locks cannot be destroyed', () => {
  for (const [address, stack] of [
    ['aws_s3_bucket.images', edge],
    ['aws_s3_bucket.backups', edge],
    ['aws_route53_zone.public', edge],
    ['aws_s3_bucket.terraform-state', state],
    ['aws_dynamodb_table.terraform-locks', state],
  ] as const)
    expect([address, stack.resources[address].lifecycle]).toEqual([address, { prevent_destroy: true }]);
});

test('one cluster of the account makes the state bucket, and every stack keeps its state there (incident A34)', () => {
  expect(older.state).toBeUndefined();
  for (const [name, { json }] of Object.entries(older))
    expect(json.terraform.backend.s3).toEqual({
      bucket: 'sesacthon-terraform-state',
      key: `eco2-13/${name}.tfstate`,
      region: 'ap-northeast-2',
      dynamodb_table: 'sesacthon-terraform-locks',
      encrypt: true,
    });
});
