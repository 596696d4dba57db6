import type { Cluster } from '../cluster';

/** Where AWS finds the public keys of the cluster's service accounts. */
export interface ServiceAccountIssuer {
  /** S3 bucket of the two documents. Its name is in every token, so it cannot change later. */
  readonly bucket: string;
  /** `--service-account-issuer` of the API server and the URL of the IAM OIDC provider. */
  readonly url: string;
}

/** Paths of the two public documents, below the issuer's URL and as keys in its bucket. */
export const issuerDocuments = {
  discovery: '.well-known/openid-configuration',
  keys: 'openid/v1/jwks',
} as const;

/** The issuer without its scheme, as IAM names its provider and condition keys. */
export const issuerHost = ({ url }: ServiceAccountIssuer): string => url.slice('https://'.length);

/** The issuer of a cluster; undefined when its pods use their node's role. */
export function serviceAccountIssuer({
  identity,
  oidcIssuerBucket: bucket,
  region,
}: Pick<Cluster, 'identity' | 'oidcIssuerBucket' | 'region'>): ServiceAccountIssuer | undefined {
  if (identity === 'node' || bucket === undefined) return undefined;
  return { bucket, url: `https://${bucket}.s3.${region}.amazonaws.com` };
}
