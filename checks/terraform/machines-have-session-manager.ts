import type { Artifacts } from '../artifacts/artifacts';
import type { Resource } from '../artifacts/terraform-resource';
import { list, text } from '../artifacts/value';
import { rule } from '../rule';

export const machinesHaveSessionManager = rule({
  code: 'machines-have-session-manager',
  rule: 'Every machine has an instance profile whose role may use Session Manager: there is no other way in.',
  fix: 'Attach AmazonSSMManagedInstanceCore to the role of the profile.',
  incidents: ['A24'],
  *run(artifacts) {
    const { terraform } = artifacts;
    const managed = artifacts.derive(managedRoles);
    for (const machine of terraform.ofType('aws_instance', 'aws_launch_template')) {
      const roles = terraform
        .targets(machine, 'iam_instance_profile')
        .flatMap((profile) => terraform.targets(profile, 'role'));
      if (!roles.length)
        yield {
          place: machine.at('iam_instance_profile'),
          problem: 'is missing, or names a profile without a role',
        };
      else if (!roles.some((role) => managed.has(role)))
        yield {
          place: machine.at('iam_instance_profile'),
          problem: `has the role ${roles[0]?.address ?? ''}, which may not use Session Manager`,
        };
    }
  },
});

/** Roles that may use Session Manager, by an attached policy or one of their own. */
function managedRoles({ terraform }: Artifacts): ReadonlySet<Resource> {
  const isManagedPolicy = (arn: unknown) => String(arn).endsWith('AmazonSSMManagedInstanceCore');
  return new Set([
    ...terraform
      .ofType('aws_iam_role')
      .filter(({ body }) => list(body, 'managed_policy_arns').some(isManagedPolicy)),
    ...terraform
      .ofType('aws_iam_role_policy_attachment')
      .filter(({ body }) => isManagedPolicy(text(body, 'policy_arn')))
      .flatMap((attachment) => terraform.targets(attachment, 'role')),
    ...terraform
      .ofType('aws_iam_role_policy')
      .filter((policy) => policy.strings.some(({ value }) => value.includes('ssmmessages:')))
      .flatMap((policy) => terraform.targets(policy, 'role')),
  ]);
}
