import type { Artifacts } from '../artifacts/artifacts';
import type { TerraformIndex } from '../artifacts/terraform';
import type { Resource } from '../artifacts/terraform-resource';
import { blocks, strings, texts } from '../artifacts/value';
import { fitsWildcard } from '../artifacts/wildcard';

/** An IAM role, who may take it on and what it allows. */
export interface Role {
  readonly resource: Resource;
  /** `kube-system/ebs-csi-controller-sa` */
  readonly serviceAccounts: readonly string[];
  readonly isOfMachines: boolean;
  /** Action patterns that its policies allow. */
  readonly actions: readonly string[];
}

/** Every role of the stacks. */
export function roles({ terraform }: Artifacts): readonly Role[] {
  const attachments = terraform.ofType('aws_iam_role_policy_attachment', 'aws_iam_role_policy');
  const byRole = new Map<Resource, Resource[]>();
  for (const attachment of attachments)
    for (const role of terraform.targets(attachment, 'role'))
      byRole.set(role, [...(byRole.get(role) ?? []), attachment]);
  return terraform.ofType('aws_iam_role').map((resource) => {
    const trust = documents(resource, 'assume_role_policy', terraform).flatMap((one) =>
      strings(one).map(({ value }) => value),
    );
    const policies = (byRole.get(resource) ?? []).flatMap((attachment) =>
      attachment.type === 'aws_iam_role_policy'
        ? documents(attachment, 'policy', terraform)
        : terraform
            .targets(attachment, 'policy_arn')
            .flatMap((policy) => documents(policy, 'policy', terraform)),
    );
    return {
      resource,
      serviceAccounts: trust.flatMap((value) =>
        [...value.matchAll(/system:serviceaccount:([\w-]+):([\w.-]+)/g)].map(
          ([, namespace = '', name = '']) => `${namespace}/${name}`,
        ),
      ),
      isOfMachines: trust.some((value) => value.includes('ec2.amazonaws.com')),
      actions: policies.flatMap(actionsOf),
    };
  });
}

/** The policy documents behind an argument: written out as JSON, or as a data source. */
function documents(resource: Resource, field: string, terraform: TerraformIndex): unknown[] {
  const stack = terraform.stackOf(resource);
  const fromData = resource
    .references()
    .filter(({ pointer, type }) => pointer[0] === field && type === 'aws_iam_policy_document')
    .flatMap((reference) => {
      const found = stack.resolve(reference);
      return found ? [found.body] : [];
    });
  const written = resource.body[field];
  if (typeof written !== 'string' || !written.trimStart().startsWith('{')) return fromData;
  try {
    return [...fromData, JSON.parse(written) as unknown];
  } catch {
    return [...fromData, written];
  }
}

function actionsOf(document: unknown): string[] {
  return [...blocks(document, 'statement'), ...blocks(document, 'Statement')].flatMap((statement) => {
    const { effect, Effect } = statement as { effect?: unknown; Effect?: unknown };
    if ((effect ?? Effect ?? 'Allow') !== 'Allow') return [];
    return [...texts(statement, 'actions'), ...blocks(statement, 'Action').map(String)];
  });
}

/** Whether patterns such as `ec2:Describe*` allow an action. */
export const allows = (patterns: readonly string[], action: string) =>
  patterns.some((pattern) => fitsWildcard(pattern, action));
