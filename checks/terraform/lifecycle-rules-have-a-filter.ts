import { at, blocks } from '../artifacts/value';
import { rule } from '../rule';

export const lifecycleRulesHaveAFilter = rule({
  code: 'lifecycle-rules-have-a-filter',
  rule: 'Every lifecycle rule of a bucket says what it applies to.',
  fix: 'Add filter { prefix = "" } for the whole bucket.',
  incidents: ['A07'],
  *run({ terraform }) {
    for (const resource of terraform.ofType('aws_s3_bucket_lifecycle_configuration'))
      for (const [index, one] of blocks(resource.body, 'rule').entries())
        if (at(one, 'filter') === undefined && at(one, 'prefix') === undefined)
          yield { place: resource.at('rule', index), problem: 'has no filter' };
  },
});
