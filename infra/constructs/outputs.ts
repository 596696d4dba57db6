import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';

/** What it is, the value, and `sensitive` for what a plan in a pull request may not show. */
export type Output = readonly [description: string, value: unknown, sensitive?: 'sensitive'];

/**
 * A stack's outputs. None is a secret, because secrets never enter a state; sensitive are those with the account's id,
 * which a comment on a public pull request would publish.
 */
export function outputs(scope: Construct, values: Readonly<Record<string, Output>>): void {
  // In a scope of their own, because a resource may have the name of an output.
  const own = new Construct(scope, 'outputs_');
  for (const [name, [description, value, sensitive]] of Object.entries(values))
    new TerraformOutput(own, name, {
      description,
      value,
      ...(sensitive ? { sensitive: true } : {}),
    }).overrideLogicalId(name);
}
