import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import type { Construct } from 'constructs';

interface CertificateProps {
  readonly domain: string;
  /** Names beside `domain`. A wildcard of the domain is validated by the domain's own record. */
  readonly wildcards?: readonly string[];
  readonly zoneId: string;
  /** @default - the stack's own region */
  readonly provider?: AwsProvider;
}

/**
 * A certificate with its proof in DNS; gives the ARN that is known once the proof was found, so that whoever uses it
 * waits for a certificate that works.
 */
export function certificate(scope: Construct, id: string, props: CertificateProps): string {
  const place = props.provider ? { provider: props.provider } : {};
  const made = new AcmCertificate(scope, id, {
    domainName: props.domain,
    ...(props.wildcards ? { subjectAlternativeNames: [...props.wildcards] } : {}),
    validationMethod: 'DNS',
    tags: { Name: props.domain },
    lifecycle: { createBeforeDestroy: true },
    ...place,
  });
  const proof = made.domainValidationOptions.get(0);
  const record = new Route53Record(scope, `${id}-proof`, {
    zoneId: props.zoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
    // A certificate that takes the place of another has the same proof.
    allowOverwrite: true,
  });
  return new AcmCertificateValidation(scope, `${id}-validated`, {
    certificateArn: made.arn,
    validationRecordFqdns: [record.fqdn],
    ...place,
  }).certificateArn;
}
