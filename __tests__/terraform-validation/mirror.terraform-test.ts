import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../support/describe-with';
import { committedStack, terraform } from '../support/terraform';
import { askTerraform, stackFile } from './ask';

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const platform = `${process.platform}_${architectures[process.arch] ?? process.arch}`;
const binary = terraform.found ?? '';
const registry = binary.endsWith('tofu') ? 'registry.opentofu.org' : 'registry.terraform.io';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eco2-mirror-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A mirror whose provider only leaves a sign that it was started. */
function makeMirror(): string {
  const place = join(folder, registry, 'hashicorp/aws/6.25.0', platform);
  mkdirSync(place, { recursive: true });
  const provider = join(place, 'terraform-provider-aws_v6.25.0_x5');
  writeFileSync(provider, `#!/bin/sh\ntouch "${join(folder, 'started')}"\nexit 1\n`);
  chmodSync(provider, 0o755);
  return folder;
}

async function codesWith(mirror: string): Promise<string[]> {
  const file = stackFile('network', committedStack('eco2', 'network'));
  const [result] = await askTerraform([file], mirror);
  return result?.findings.map(({ code }) => code) ?? [];
}

jest.setTimeout(60_000);

describeWith(terraform, 'A mirror of the real provider', () => {
  test('is where Terraform takes its provider from, in place of the one made from the bindings', async () => {
    expect(await codesWith(makeMirror())).toContain('terraform-validate-passes');
    expect(existsSync(join(folder, 'started'))).toBe(true);
  });

  test('that lacks the provider fails, instead of anything else being asked', async () => {
    expect(await codesWith(folder)).toEqual(['terraform-init-passes']);
  });
});
