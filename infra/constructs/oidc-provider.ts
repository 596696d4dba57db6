import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import type { Construct } from 'constructs';
import { awsTokenAudience } from '../../model/aws/identities';
import { issuerDocuments, type ServiceAccountIssuer } from '../../model/aws/service-account-issuer';
import { bucket, bucketPolicy } from './bucket';

/** The bucket that the issuer publishes its keys in, and the provider by which IAM trusts it; gives the provider's ARN. */
export function oidcProvider(scope: Construct, { bucket: name, url }: ServiceAccountIssuer): string {
  const published = bucket(scope, 'oidc_issuer', {
    name,
    encryption: 'AES256',
    publicPolicy: true,
    lifecycle: [
      {
        id: 'old-keys',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        noncurrentVersionExpiration: [{ noncurrentDays: 30 }],
      },
    ],
    // Ansible publishes both documents again whenever it runs.
    holdsData: false,
  });
  bucketPolicy(scope, 'oidc_issuer', published, [
    {
      sid: 'PublicKeys',
      why: 'IAM fetches the discovery document and the public keys without credentials.',
      principals: [{ type: '*', identifiers: ['*'] }],
      actions: ['s3:GetObject'],
      resources: Object.values(issuerDocuments).map((key) => `arn:aws:s3:::${name}/${key}`),
    },
  ]);
  return new IamOpenidConnectProvider(scope, 'oidc_provider', {
    url,
    clientIdList: [awsTokenAudience],
    tags: { Name: name },
    dependsOn: [published.made],
  }).arn;
}
