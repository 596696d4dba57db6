import type { TerraformIndex } from '../artifacts/terraform';
import type { Resource } from '../artifacts/terraform-resource';
import { list, strings, text } from '../artifacts/value';
import { rule } from '../rule';

export const machinesHaveSessionManager = rule({
  code: 'machines-have-session-manager',
  rule: 'Every machine has an instance profile whose role may use Session Manager: there is no other way in.',
  fix: 'Attach AmazonSSMManagedInstanceCore to the role of the profile.',
  incidents: ['A24'],
  *run({ terraform }) {
    for (const machine of terraform.ofType('aws_instance', 'aws_launch_template')) {
      const roles = terraform
        .targets(machine, 'iam_instance_profile')
        .flatMap((profile) => terraform.targets(profile, 'role'));
      if (!roles.length)
        yield {
          place: machine.at('iam_instance_profile'),
          problem: 'is missing, or names a profile without a role',
        };
      else if (!roles.some((role) => isManaged(role, terraform)))
        yield {
          place: machine.at('iam_instance_profile'),
          problem: `has the role ${roles[0]?.address ?? ''}, which may not use Session Manager`,
        };
    }
  },
});

function isManaged(role: Resource, terraform: TerraformIndex): boolean {
  return (
    list(role.body, 'managed_policy_arns').some((arn) =>
      String(arn).endsWith('AmazonSSMManagedInstanceCore'),
    ) ||
    terraform
      .ofType('aws_iam_role_policy_attachment')
      .some(
        (attachment) =>
          text(attachment.body, 'policy_arn')?.endsWith('AmazonSSMManagedInstanceCore') === true &&
          terraform.targets(attachment, 'role').includes(role),
      ) ||
    terraform
      .ofType('aws_iam_role_policy')
      .some(
        (policy) =>
          terraform.targets(policy, 'role').includes(role) &&
          strings(policy.body).some(({ value }) => value.includes('ssmmessages:')),
      )
  );
}
