import { text } from '../artifacts/value';
import { rule } from '../rule';

/** Types whose `name` is unique in an account, or, for buckets, in the world. */
const named: Readonly<Record<string, string>> = {
  aws_iam_role: 'name',
  aws_iam_policy: 'name',
  aws_iam_instance_profile: 'name',
  aws_iam_user: 'name',
  aws_key_pair: 'key_name',
  aws_s3_bucket: 'bucket',
  aws_ssm_parameter: 'name',
  aws_dynamodb_table: 'name',
  aws_cloudwatch_log_group: 'name',
  aws_security_group: 'name',
};

export const namesAreUnique = rule({
  code: 'account-names-are-unique',
  rule: 'No two resources of an account have one name, in whichever stack or cluster they are.',
  fix: 'Put the name of the cluster into the name, or keep one owner.',
  incidents: ['A01', 'A09', 'A10'],
  *run({ terraform }) {
    const seen = new Map<string, string>();
    for (const resource of terraform.ofType(...Object.keys(named))) {
      const field = named[resource.type] ?? 'name';
      const name = text(resource.body, field);
      if (name === undefined || name.includes('${')) continue;
      const key = `${resource.type} ${name}`;
      const other = seen.get(key);
      if (other !== undefined)
        yield { place: resource.at(field), problem: `is ${name}, which ${other} has as well` };
      seen.set(key, `${resource.label} of ${resource.stack}`);
    }
  },
});
