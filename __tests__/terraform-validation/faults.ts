import type { LooseConfiguration } from '../support/terraform';

/** Something wrong with a stack, and the words in which Terraform and OpenTofu refuse it. */
export interface Fault {
  readonly title: string;
  readonly stack: 'network' | 'nodes' | 'edge';
  readonly breakIt: (stack: LooseConfiguration) => void;
  /** The first step that notices. */
  readonly step: 'init' | 'validate' | 'test';
  readonly says: RegExp;
}

const first = (of: object): LooseConfiguration => Object.values(of)[0];
const firstName = (of: object): string => Object.keys(of)[0] ?? '';
const instance = ({ resource }: LooseConfiguration) => first(resource.aws_instance);
const subnet = ({ resource }: LooseConfiguration) => first(resource.aws_subnet);
const vpcReference = ({ resource }: LooseConfiguration) => `aws_vpc.${firstName(resource.aws_vpc)}`;

/** Faults of every kind that a generator can make, in the terms of the committed stacks. */
export const faults: readonly Fault[] = [
  {
    title: 'an attribute that does not exist',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).instance_tpye = 't3.micro'),
    step: 'validate',
    says: /No argument or block type is named "instance_tpye"/,
  },
  {
    title: 'a resource type that does not exist',
    stack: 'nodes',
    breakIt: ({ resource }) => (resource.aws_instnce = { a: {} }),
    step: 'validate',
    says: /does not support resource type "aws_instnce"/,
  },
  {
    title: 'a reference to a resource that is not declared',
    stack: 'network',
    breakIt: (stack) => (subnet(stack).vpc_id = '${aws_vpc.nowhere.id}'),
    step: 'validate',
    says: /managed resource "aws_vpc" "nowhere" has not been declared/,
  },
  {
    title: 'a reference to an attribute that the resource does not have',
    stack: 'network',
    breakIt: (stack) => (subnet(stack).vpc_id = `\${${vpcReference(stack)}.identifier}`),
    step: 'validate',
    says: /no argument, nested block, or exported attribute named "identifier"/,
  },
  {
    title: 'a required argument that is missing',
    stack: 'network',
    breakIt: ({ resource }) => delete first(resource.aws_route_table_association).route_table_id,
    step: 'validate',
    says: /"route_table_id" is required/,
  },
  {
    title: 'a value of the wrong type',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).root_block_device.volume_size = 'twenty'),
    step: 'validate',
    says: /volume_size.*a number is required/s,
  },
  {
    title: 'a key that the nested block does not have',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).metadata_options.http_token = 'required'),
    step: 'validate',
    says: /No argument or block type is named "http_token"/,
  },
  {
    title: 'two of a block that may stand once',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).root_block_device = [{ volume_size: 20 }, { volume_size: 30 }]),
    step: 'validate',
    says: /No more than 1 "root_block_device" blocks are allowed/,
  },
  {
    title: 'a function that does not exist',
    stack: 'network',
    breakIt: (stack) => (subnet(stack).availability_zone = '${lowercase("A")}'),
    step: 'validate',
    says: /no function named "lowercase"/,
  },
  {
    title: 'two resources that refer to one another',
    stack: 'network',
    breakIt: ({ resource }) => {
      const [one = '', two = ''] = Object.keys(resource.aws_security_group);
      resource.aws_security_group[one].description = `\${aws_security_group.${two}.id}`;
      resource.aws_security_group[two].description = `\${aws_security_group.${one}.id}`;
    },
    step: 'validate',
    says: /Cycle: .*aws_security_group/,
  },
  {
    title: 'a provider alias that is not declared',
    stack: 'network',
    breakIt: (stack) => (subnet(stack).provider = 'aws.nowhere'),
    step: 'validate',
    says: /provider\["[^"]+"\]\.nowhere/,
  },
  {
    title: 'an argument that the provider does not have',
    stack: 'network',
    breakIt: ({ provider }) => (provider.aws[0].default_tags[0].tagz = {}),
    step: 'validate',
    says: /No argument or block type is named "tagz"/,
  },
  {
    title: 'a reference to a data source with a dot too many',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).ami = '${data.aws.ssm_parameter.value}'),
    step: 'validate',
    says: /data resource "aws" "ssm_parameter" has not been declared/,
  },
  {
    title: 'an attribute that the data source does not have',
    stack: 'nodes',
    breakIt: (stack) =>
      (instance(stack).ami = `\${data.aws_subnet.${firstName(stack.data.aws_subnet)}.subnet_identifier}`),
    step: 'validate',
    says: /no argument, nested block, or exported attribute named "subnet_identifier"/,
  },
  {
    title: 'a counted resource that is used without an index',
    stack: 'network',
    breakIt: ({ resource }) => (first(resource.aws_vpc).count = 1),
    step: 'validate',
    says: /Because aws_vpc\.\S+ has "count" set, its attributes must be accessed on specific instances/,
  },
  {
    title: 'an index beyond the count',
    stack: 'network',
    breakIt: ({ resource }) => {
      resource.aws_eip = { spare: { count: 2, domain: 'vpc' } };
      first(resource.aws_subnet).tags = { Spare: '${aws_eip.spare[2].id}' };
    },
    step: 'test',
    says: /Invalid index/,
  },
  {
    title: 'an index into what may be found nowhere',
    stack: 'edge',
    breakIt: (stack) => {
      const counted = Object.entries<LooseConfiguration>(stack.data.aws_lb).find(([, { count }]) => count);
      stack.output = {
        ...stack.output,
        broken: { value: `\${data.aws_lb.${counted?.[0] ?? ''}[0].dns_name}` },
      };
    },
    step: 'test',
    says: /Invalid index/,
  },
  {
    title: 'an output of a resource that is not declared',
    stack: 'network',
    breakIt: (stack) => (stack.output = { ...stack.output, broken: { value: '${aws_vpc.nowhere.id}' } }),
    step: 'validate',
    says: /managed resource "aws_vpc" "nowhere" has not been declared/,
  },
  {
    title: 'an ignored attribute that does not exist',
    stack: 'nodes',
    breakIt: (stack) => (instance(stack).lifecycle = { ignore_changes: ['image'] }),
    step: 'validate',
    says: /no argument, nested block, or exported attribute named "image"/,
  },
  {
    title: 'a variable that is not declared',
    stack: 'network',
    breakIt: (stack) => (subnet(stack).availability_zone = '${var.zone}'),
    step: 'validate',
    says: /variable with the name "zone" has not been declared/,
  },
  {
    title: 'a version that no binary has',
    stack: 'network',
    breakIt: ({ terraform }) => (terraform.required_version = '>= 99.0.0'),
    step: 'init',
    says: /99\.0\.0/,
  },
];
