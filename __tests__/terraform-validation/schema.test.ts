import { readdirSync } from 'node:fs';
import { bindingSource } from '../../terraform-validation/schema/binding-source';
import { blockOf } from '../../terraform-validation/schema/block-of';
import { parseBinding } from '../../terraform-validation/schema/parse-binding';
import type { Block } from '../../terraform-validation/schema/schema';
import { schemasFor } from '../../terraform-validation/schema/schemas-for';
import { bindings } from '../support/terraform';

function schema(module: string): Block {
  return blockOf(parseBinding(bindingSource(bindings, module) ?? ''));
}
const attribute = (block: Block, name: string) => block.attributes.find((one) => one.name === name);
const nested = (block: Block, name: string) => block.blocks.find((one) => one.name === name);

const optional = { required: false, optional: true, computed: false };
const required = { required: true, optional: false, computed: false };
const computed = { required: false, optional: false, computed: true };
const optionalComputed = { required: false, optional: true, computed: true };

describe('the schema derived from the npm bindings', () => {
  test.each([
    ['instance', 'user_data', 'string', optional],
    ['instance', 'private_ip', 'string', optionalComputed],
    ['instance', 'arn', 'string', computed],
    ['instance', 'source_dest_check', 'bool', optional],
    ['instance', 'tags', ['map', 'string'], optional],
    ['instance', 'vpc_security_group_ids', ['set', 'string'], optionalComputed],
    ['iam-role', 'assume_role_policy', 'string', required],
    ['data-aws-availability-zones', 'names', ['list', 'string'], computed],
    ['appsync-api', 'dns', ['map', 'string'], computed],
    ['vpn-connection', 'tunnel1_phase1_dh_group_numbers', ['set', 'number'], optional],
  ])('%s.%s has its type, and says who sets it', (module, name, type, flags) => {
    expect(attribute(schema(module), name)).toEqual({ name, type, ...flags });
  });

  test('an attribute whose value is a set of objects is not a block', () => {
    const ingress = attribute(schema('security-group'), 'ingress');
    expect(ingress?.type).toEqual(['set', ['object', expect.objectContaining({ from_port: 'number' })]]);
    expect(nested(schema('security-group'), 'ingress')).toBeUndefined();
  });

  test('what a resource computes of structures is an attribute with objects', () => {
    const { type } = attribute(schema('acm-certificate'), 'domain_validation_options') ?? {};
    expect(type).toEqual(['set', ['object', expect.objectContaining({ resource_record_name: 'string' })]]);
  });

  test.each([
    ['instance', 'root_block_device', 'list', 0, 1],
    ['instance', 'ebs_block_device', 'set', 0, 0],
    ['instance', 'timeouts', 'single', 0, 0],
    ['cloudfront-distribution', 'origin', 'set', 1, 0],
    ['cloudfront-distribution', 'restrictions', 'list', 1, 1],
    ['s3-bucket-lifecycle-configuration', 'rule', 'list', 0, 0],
    ['lb-listener', 'default_action', 'list', 1, 0],
  ])('%s.%s is a block with its nesting and limits', (module, name, nesting, minItems, maxItems) => {
    expect(nested(schema(module), name)).toMatchObject({ nesting, minItems, maxItems });
  });

  test('blocks within blocks keep their limits', () => {
    const behavior = nested(schema('cloudfront-distribution'), 'default_cache_behavior')?.block;
    const values = behavior && nested(behavior, 'forwarded_values')?.block;
    expect(values && nested(values, 'cookies')).toMatchObject({ nesting: 'list', minItems: 1, maxItems: 1 });
  });

  test('the provider has its own arguments, without the ones that are Terraform’s', () => {
    const { provider } = schemasFor([], bindings);
    expect(nested(provider, 'default_tags')).toMatchObject({ nesting: 'list' });
    expect(attribute(provider, 'region')).toMatchObject({ type: 'string', ...optional });
    expect(attribute(provider, 'alias')).toBeUndefined();
  });

  test('only the types in use are served, and one without a binding is left to Terraform to report', () => {
    const used = { resource: { aws_vpc: {}, aws_vcp: {}, terraform_data: {} }, data: { aws_subnet: {} } };
    const { resources, dataSources } = schemasFor([used], bindings);
    expect([Object.keys(resources), Object.keys(dataSources)]).toEqual([['aws_vpc'], ['aws_subnet']]);
  });

  test('a sample of every twentieth binding is understood', () => {
    const modules = readdirSync(bindings).filter((name) => /^[a-z][\w-]*$/.test(name));
    const sources = modules
      .filter((_, index) => index % 20 === 0)
      .map((module) => bindingSource(bindings, module) ?? '')
      .filter((source) => source.includes(' extends cdktf.Terraform'));
    expect(sources.length).toBeGreaterThan(100);
    for (const source of sources) expect(blockOf(parseBinding(source)).attributes).not.toEqual([]);
  });

  test('text that the generator did not write is refused, never taken for an empty schema', () => {
    expect(() => parseBinding('export const nothing = 1;')).toThrow('no resource class');
    const source = bindingSource(bindings, 'vpc') ?? '';
    expect(() => parseBinding(source.replace('type: "simple",', 'kind: "simple",'))).toThrow(
      'are understood',
    );
  });
});
