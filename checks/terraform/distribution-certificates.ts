import { blocks, text } from '../artifacts/value';
import { rule } from '../rule';

export const distributionCertificatesAreInUsEast1 = rule({
  code: 'distribution-certificates-are-in-us-east-1',
  rule: 'The certificate of a CloudFront distribution is made in us-east-1.',
  fix: 'Give the certificate and its validation the provider of us-east-1.',
  incidents: ['A03'],
  *run({ terraform }) {
    for (const distribution of terraform.ofType('aws_cloudfront_distribution'))
      for (const [index] of blocks(distribution.body, 'viewer_certificate').entries())
        for (const target of terraform.targets(distribution, 'viewer_certificate')) {
          const stack = terraform.stackOf(target);
          const alias = text(target.body, 'provider')?.replace(/^\$\{|\}$/g, '');
          const provider = stack.providers.find(({ name, body }) =>
            alias === undefined
              ? text(body, 'alias') === undefined && name === 'aws'
              : `${name}.${text(body, 'alias') ?? ''}` === alias,
          );
          const region = text(provider?.body, 'region');
          if (target.type.startsWith('aws_acm_certificate') && region !== 'us-east-1')
            yield {
              place: distribution.at('viewer_certificate', index),
              problem: `takes ${target.address}, which is in ${region ?? 'another region'}`,
            };
        }
  },
});
