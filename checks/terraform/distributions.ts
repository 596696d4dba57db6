import { at, blocks, fields } from '../artifacts/value';
import { rule } from '../rule';

export const distributionsCanBeFound = rule({
  code: 'distributions-can-be-found',
  rule: 'A distribution carries tags by which a clean-up finds it, also when it is disabled and has no alias.',
  fix: 'Tag it, or set default_tags of the provider.',
  incidents: ['A14'],
  *run({ terraform }) {
    for (const distribution of terraform.ofType('aws_cloudfront_distribution')) {
      const defaults = terraform
        .stackOf(distribution)
        .providers.flatMap(({ body }) =>
          blocks(body, 'default_tags').flatMap((one) => Object.keys(fields(one, 'tags'))),
        );
      if (!Object.keys(fields(distribution.body, 'tags')).length && !defaults.length)
        yield { place: distribution.at('tags'), problem: 'is missing' };
    }
  },
});

export const distributionsReachTheirBucket = rule({
  code: 'distributions-reach-their-bucket',
  rule: 'A distribution signs its requests to a bucket, and the bucket answers the site of another origin.',
  fix: 'Give the origin an origin access control and the bucket a CORS configuration.',
  incidents: ['A40'],
  *run({ terraform }) {
    for (const distribution of terraform.ofType('aws_cloudfront_distribution'))
      for (const [index, origin] of blocks(distribution.body, 'origin').entries()) {
        const [bucket] = terraform
          .targets(distribution, 'origin', index, 'domain_name')
          .filter(({ type }) => type === 'aws_s3_bucket');
        if (!bucket) continue;
        if (at(origin, 'origin_access_control_id') === undefined)
          yield {
            place: distribution.at('origin', index, 'origin_access_control_id'),
            problem: 'is missing',
          };
        const hasCors = terraform
          .ofType('aws_s3_bucket_cors_configuration')
          .some((cors) => terraform.targets(cors, 'bucket').includes(bucket));
        if (!hasCors) yield { place: bucket.at(), problem: 'has no CORS configuration' };
      }
  },
});
