/* eslint-disable @typescript-eslint/no-explicit-any -- the documents are broken on purpose, in ways that no type allows */
import { change, type HostileDocument } from '../../../support/terraform-project';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const backend = (edit: (s3: any) => void) => change(({ terraform }) => edit(terraform.backend.s3));
const text = (value: string) => change(({ output }) => (output.vpc_id.value = value));

/** Backends, expressions, and documents that are not what they seem. */
export const hostileText: readonly HostileDocument[] = [
  // Backend
  ['another stack’s state', backend((s3) => (s3.key = 'eco2/nodes.tfstate')), 'backend.key'],
  ['another bucket', backend((s3) => (s3.bucket = 'evil')), 'backend.bucket'],
  ['state without encryption', backend((s3) => delete s3.encrypt), 'backend.encrypt'],
  [
    'a backend with an endpoint',
    backend((s3) => (s3.endpoints = { s3: 'https://evil.example' })),
    'backend.endpoints',
  ],
  ['a local backend', change((d) => (d.terraform.backend = { local: { path: '/etc/x' } })), 'backend'],
  ['no backend', change((d) => delete d.terraform.backend), 'stands 0 times'],
  [
    'two backends',
    change((d) => (d.terraform.backend = [d.terraform.backend, { http: {} }])),
    'stands 2 times',
  ],
  ['Terraform Cloud', change((d) => (d.terraform.cloud = { organization: 'evil' })), 'terraform.cloud'],
  ['provider metadata', change((d) => (d.terraform.provider_meta = { aws: {} })), 'provider_meta'],
  [
    'a second terraform block',
    change((d) => (d.terraform = [d.terraform, { required_version: '1' }])),
    'stands 2 times',
  ],
  // Expressions
  ['a file of the server', text('${file("/proc/self/environ")}'), 'file()'],
  ['a file behind a space and a comment', text('${file /* ( */ ("/etc/passwd")}'), 'file()'],
  [
    'a file inside a nested template',
    text('${upper("a${"b${filebase64("/etc/passwd")}"}")}'),
    'filebase64()',
  ],
  [
    'a file in a directive',
    text('%{ if true }${1}%{ endif }%{ for x in fileset("/", "*") }%{ endfor }'),
    'fileset()',
  ],
  ['a file in an object key', change((d) => (d.resource.aws_vpc.vpc.tags['${file("/x")}'] = 'x')), 'file()'],
  [
    'a file in a comment inside an attribute',
    change((d) => (d.resource.aws_vpc.vpc.tags['//'] = '${file("/x")}')),
    'file()',
  ],
  ['a template file', text('${templatefile("/x", {})}'), 'templatefile()'],
  [
    'text that becomes a template',
    change(
      (d) => (
        (d.locals = { t: '$${file("/x")}' }),
        (d.output.vpc_id.value = '${templatestring(local.t, {})}')
      ),
    ),
    'templatestring()',
  ],
  ['a secret uncovered', text('${nonsensitive(data.aws_ssm_parameter.image.value)}'), 'nonsensitive()'],
  ['a function of a provider', text('${provider::aws::arn_parse("x")}'), 'provider::aws::arn_parse()'],
  ['a heredoc', text('${<<EOT\n"}${file("/x")}\nEOT\n}'), '<<()'],
  ['a directive behind a dollar sign', text('$%{ if fileexists("/x") }yes%{ endif }'), 'fileexists()'],
  ['a template behind an escaped backslash', text('${"\\\\${file("/x")}"}'), 'file()'],
  // The document itself
  ['a key twice', change((d) => d).replace('"data":', '"resource":{},"data":'), 'twice'],
  [
    'a key twice, once with escapes',
    change((d) => d).replace('"data":', '"\\u0072esource":{},"data":'),
    'twice',
  ],
  ['a list', '[]', 'is not an object'],
  ['a comment', `// {}\n${change((d) => d)}`, 'is not JSON'],
  ['a byte order mark', `\ufeff${change((d) => d)}`, 'is not JSON'],
  ['a second document', `${change((d) => d)}{}`, 'after the end'],
  ['an unfinished string', '{"a', 'does not end'],
  ['nothing', '', 'is not JSON'],
  ['a hundred thousand levels', deep(100_000), 'levels deep'],
  [
    'a character that turns the line around',
    change((d) => (d.output.vpc_id.description = '\u202e')),
    'cannot be seen',
  ],
  ['a name with a zero-width space', change((d) => (d.resource.aws_vpc['v\u200bpc'] = {})), 'cannot be seen'],
];
