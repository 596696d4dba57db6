import { linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { healthyDocument, projectPath, TerraformProject } from '../../../support/terraform-project';
import { hostileBlocks } from './hostile-blocks';
import { hostileProviders } from './hostile-providers';
import { hostileText } from './hostile-text';

const healthy = JSON.stringify(healthyDocument());
let project: TerraformProject;
beforeEach(() => (project = new TerraformProject().write('cdk.tf.json', healthy)));
afterEach(() => project.remove());

test('What the synthesizer writes passes, before and after a first plan', () => {
  const lock = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "6.25.0"\n}\n';
  project.write('.terraform.lock.hcl', lock).commit();
  expect(project.guard()).toEqual({ status: 0, output: `guard: ${projectPath} is within the allow-list\n` });
  project.write('.terraform/terraform.tfstate', '{}').write('eco2-network-default.tfplan', 'plan');
  expect(project.guard().status).toBe(0);
});

test.each([...hostileProviders, ...hostileBlocks, ...hostileText])(
  'A document with %s is refused',
  (_title, content, names) => {
    const { status, output } = project.write('cdk.tf.json', content).commit().guard();
    expect(output).toContain(names);
    expect(status).toBe(1);
  },
);

test.each([
  'main.tf',
  'main.tofu',
  'extra.tf.json',
  'extra.tofu.json',
  'override.tf.json',
  'cdk_override.tf.json',
  'terraform.tfvars',
  'x.auto.tfvars.json',
  'x.tftest.hcl',
  'modules/x/main.tf',
  'CDK.tf.json',
  '.terraform/modules/modules.json',
  '.terraform/terraform.tfstate',
  'eco2-network-default.tfplan',
  'errored.tfstate',
])('A committed %s beside the document is refused', (name) => {
  const { status, output } = project.write(name, '{}').commit().guard();
  expect(output).toContain(name.startsWith('.terraform/') || name.includes('.tfplan') ? 'is in git' : name);
  expect(status).toBe(1);
});

test('A file that is not in git is refused as well, because Terraform would read it', () => {
  expect(project.commit().write('late.tf', '').guard()).toMatchObject({ status: 1 });
});

test.each([
  ['a symbolic link', (path: string, other: string) => symlinkSync(other, path), 'is not a regular file'],
  ['a link that leads nowhere', (path: string) => symlinkSync('/nowhere', path), 'is not a regular file'],
  ['a hard link', (path: string, other: string) => linkSync(other, path), 'is a hard link'],
  ['a folder', (path: string) => mkdirSync(path), 'is not a regular file'],
  ['missing', () => undefined, 'is missing'],
])('A document that is %s is refused', (_title, make, problem) => {
  const path = join(project.folder, 'cdk.tf.json');
  const other = join(project.root, 'elsewhere.json');
  writeFileSync(other, healthy);
  rmSync(path);
  make(path, other);
  const { status, output } = project.guard();
  expect(output).toContain(problem);
  expect(status).toBe(1);
});

test.each([
  ['is too large', Buffer.alloc(5 * 1024 * 1024, ' '), 'at most 4194304'],
  ['is not UTF-8', Buffer.from([0x7b, 0xc3, 0x28, 0x7d]), 'refused'],
])('A document that %s is refused', (_title, content, problem) => {
  const { status, output } = project.write('cdk.tf.json', content).commit().guard();
  expect(output).toContain(problem);
  expect(status).toBe(1);
});

test('A lock file that brings another provider is refused', () => {
  const lock = 'provider "registry.terraform.io/hashicorp/external" {\n  version = "2.0.0"\n}\n';
  const { status, output } = project.write('.terraform.lock.hcl', lock).commit().guard();
  expect(output).toContain('locks registry.terraform.io/hashicorp/external');
  expect(status).toBe(1);
});

test.each([
  'dist/eco2/terraform',
  'dist/eco2/terraform/network/../nodes',
  'charts',
  '/etc',
  'dist/a/b/terraform/c',
])('A project at %s is refused', (path) => {
  expect(project.commit().guard(path)).toMatchObject({ status: 1 });
});

test('A named workspace is refused, because it changes the path of the state', () => {
  expect(project.commit().guard(projectPath, 'other').output).toContain('workspace: is other');
});

test('A server without git refuses everything', () => {
  expect(project.commit().guard(projectPath, 'default', { PATH: '' })).toMatchObject({ status: 1 });
});

test('All problems are told at once', () => {
  const document = { ...healthyDocument(), module: {}, check: {} };
  const { output } = project.write('cdk.tf.json', JSON.stringify(document)).commit().guard();
  expect(output).toContain('2 reason(s) to refuse this project');
});

test('A guard without its arguments, or without its policy, refuses', () => {
  expect(project.run([])).toMatchObject({ status: 1 });
  expect(project.run(['/nowhere', project.folder, projectPath, 'default'])).toMatchObject({ status: 1 });
});
