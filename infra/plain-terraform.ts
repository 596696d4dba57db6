import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  Tokenization,
  type TerraformStack,
} from 'cdktf';
import { deepMerge } from 'cdktf/lib/util';

type TerraformJson = Record<string, unknown>;

/**
 * A stack's Terraform JSON, as `stack.toTerraform()` gives it but for cdktf's notes. cdktf resolves every element twice
 * and makes notes of each; this resolves once. Nothing here serves references between stacks: ours meet in names and tags.
 */
export function plainTerraform(stack: TerraformStack): TerraformJson {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const resolve = (value: unknown): unknown =>
    Tokenization.resolve(value, { scope: stack, resolver, preparing: false });
  const json: TerraformJson = {};
  for (const construct of stack.node.findAll())
    if (construct !== stack && TerraformElement.isTerraformElement(construct))
      deepMerge(json, resolve(construct.toTerraform()));
  deepMerge(json, resolve(overridesOf(stack)));
  return json;
}

/** What `addOverride` collected; cdktf offers no other way to read it. */
function overridesOf(stack: TerraformStack): unknown {
  return (stack as unknown as { readonly rawOverrides: unknown }).rawOverrides;
}
