import type { Artifacts } from '../artifacts/artifacts';
import { strings, text } from '../artifacts/value';
import { rule } from '../rule';

const bucketArn = /arn:aws[\w-]*:s3:::([a-z0-9][a-z0-9.-]*[a-z0-9])/g;

/** Names of buckets that the tree makes or that hold its state. */
function buckets({ terraform }: Artifacts): ReadonlySet<string> {
  return new Set([
    ...terraform.ofType('aws_s3_bucket').map(({ body }) => text(body, 'bucket') ?? ''),
    ...terraform.dataOf('aws_s3_bucket').map(({ body }) => text(body, 'bucket') ?? ''),
    ...terraform.stacks.flatMap(({ settings }) =>
      strings(settings)
        .filter(({ pointer }) => pointer.last() === 'bucket')
        .map(({ value }) => value),
    ),
  ]);
}

export const bucketArnsResolve = rule({
  code: 'bucket-arns-resolve',
  rule: 'A policy names buckets that the stacks make.',
  fix: 'Take the name of the bucket from the definition, or make the bucket.',
  incidents: ['A45'],
  *run(artifacts) {
    const known = artifacts.derive(buckets);
    if (!artifacts.terraform.ofType('aws_s3_bucket').length) return;
    for (const resource of artifacts.terraform.resources)
      for (const { pointer, value } of resource.strings)
        for (const [, bucket = ''] of value.matchAll(bucketArn))
          if (!known.has(bucket))
            yield {
              place: resource.at(...pointer),
              problem: `names the bucket ${bucket}, which no stack makes`,
            };
  },
});
