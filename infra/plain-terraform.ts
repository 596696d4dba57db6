import { TerraformElement, type TerraformStack } from 'cdktf';
import { deepMerge } from 'cdktf/lib/util';
import { plainValueIn } from './plain-value';

type TerraformJson = Record<string, unknown>;

/**
 * A stack's Terraform JSON, as `stack.toTerraform()` gives it but for cdktf's notes. cdktf resolves every element twice
 * and makes notes of each; this resolves once. Nothing here serves references between stacks: ours meet in names and tags.
 */
export function plainTerraform(stack: TerraformStack): TerraformJson {
  const plain = plainValueIn(stack);
  const json: TerraformJson = {};
  for (const construct of stack.node.findAll())
    if (construct !== stack && TerraformElement.isTerraformElement(construct))
      deepMerge(json, plain(construct.toTerraform()));
  deepMerge(json, plain(overridesOf(stack)));
  return json;
}

/** What `addOverride` collected; cdktf offers no other way to read it. */
function overridesOf(stack: TerraformStack): unknown {
  return (stack as unknown as { readonly rawOverrides: unknown }).rawOverrides;
}
