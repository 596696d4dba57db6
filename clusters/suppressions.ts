import type { Suppression } from '../model/definition/suppression';

/** Checkov's rules that every cluster of ours breaks on purpose. */
export const suppressions: readonly Suppression[] = [
  {
    rule: 'CKV_AWS_88',
    place: 'aws_instance.*',
    reason:
      'Machines reach the internet themselves, because a NAT gateway costs more than half of them; no group lets anybody in.',
  },
  {
    rule: 'CKV_AWS_126',
    place: 'aws_instance.*',
    reason: 'Prometheus and node-exporter record more, more often, and without a price for each metric.',
  },
  {
    rule: 'CKV2_AWS_11',
    place: 'aws_vpc.vpc',
    reason: 'Flow logs cost by volume; network.flowLogs switches them on while somebody looks for something.',
  },
  {
    rule: 'CKV2_AWS_5',
    place: 'aws_security_group.*',
    reason:
      'The groups are attached in the stack nodes and by the load balancer controller, which Checkov does not read together.',
  },
  {
    rule: 'CKV_AWS_260',
    place: 'aws_vpc_security_group_ingress_rule.http-to-load-balancer',
    reason: 'The load balancer answers port 80 with a redirect to HTTPS and with nothing else.',
  },
  {
    rule: 'CKV2_AWS_34',
    place: 'aws_ssm_parameter.parameter_*',
    reason:
      'These parameters are ids, which whoever may describe resources reads anyway; no secret is made by Terraform.',
  },
  {
    rule: 'CKV2_AWS_38',
    place: 'aws_route53_zone.public',
    reason: 'DNSSEC needs a key of its own and the registrar; a mistake there takes every name down.',
  },
  {
    rule: 'CKV2_AWS_39',
    place: 'aws_route53_zone.public',
    reason: 'Nobody reads query logs of names that are public, and they cost by volume.',
  },
  {
    rule: 'CKV2_AWS_71',
    place: 'aws_acm_certificate.site',
    reason:
      'One wildcard covers the hosts of the shared load balancer, and a new host needs no new certificate.',
  },
  {
    rule: 'CKV_AWS_18',
    place: 'aws_s3_bucket.*',
    reason: 'Access logs would cost more than these buckets; CloudTrail records who changes them.',
  },
  {
    rule: 'CKV_AWS_144',
    place: 'aws_s3_bucket.*',
    reason:
      'A copy in another region doubles the price; versions protect against mistakes, which are likelier than the loss of a region.',
  },
  {
    rule: 'CKV2_AWS_62',
    place: 'aws_s3_bucket.*',
    reason: 'Nothing of the platform acts on a new object, so nobody would listen to the events.',
  },
  {
    rule: 'CKV_AWS_145',
    place: 'aws_s3_bucket.images',
    reason: "CloudFront's access control cannot use AWS's own KMS key; objects are encrypted with S3's.",
  },
  {
    rule: 'CKV_AWS_145',
    place: 'aws_s3_bucket.oidc_issuer',
    reason: 'Everybody may read the public keys, and nobody without credentials can use a KMS key.',
  },
  {
    rule: 'CKV_AWS_54',
    place: 'aws_s3_bucket_public_access_block.oidc_issuer-public-access',
    reason:
      'IAM fetches the two documents of the issuer without credentials; the policy opens these two and nothing else.',
  },
  {
    rule: 'CKV_AWS_56',
    place: 'aws_s3_bucket_public_access_block.oidc_issuer-public-access',
    reason:
      'IAM fetches the two documents of the issuer without credentials; the policy opens these two and nothing else.',
  },
  {
    rule: 'CKV2_AWS_6',
    place: 'aws_s3_bucket.oidc_issuer',
    reason: 'IAM fetches the two documents of the issuer without credentials; ACLs stay blocked.',
  },
];

/** Beside them, those of the cluster that keeps the Terraform state. */
export const stateSuppressions: readonly Suppression[] = [
  {
    rule: 'CKV_AWS_119',
    place: 'aws_dynamodb_table.terraform-locks',
    reason: "Locks hold a name and a time; AWS's own key encrypts them without a monthly price.",
  },
];

/** Beside them, those of a cluster that serves its images through CloudFront. */
export const cdnSuppressions: readonly Suppression[] = [
  {
    rule: 'CKV_AWS_68',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'A firewall before static images filters nothing and has a monthly price.',
  },
  {
    rule: 'CKV2_AWS_47',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'A firewall before static images filters nothing: no Java answers these requests.',
  },
  {
    rule: 'CKV_AWS_86',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'Images are public, and access logs cost by request; CloudFront keeps its own metrics.',
  },
  {
    rule: 'CKV_AWS_305',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'The bucket holds images and no page, so the bare host has nothing to answer with.',
  },
  {
    rule: 'CKV_AWS_310',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'There is one bucket of images, and a second one would double the price.',
  },
  {
    rule: 'CKV_AWS_374',
    place: 'aws_cloudfront_distribution.images-cdn',
    reason: 'Users travel, and images are allowed everywhere.',
  },
];
