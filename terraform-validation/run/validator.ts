import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../schema/schemas-for';
import { parseTestEvents, plainFailure, type Diagnostic, type TestReport } from './diagnostic';
import { destroyable } from './destroyable';
import { mockedApply } from './mocked-apply';
import { openProvider, type ProviderOptions } from './provider-source';
import { runTerraform, type Exit, type Terraform } from './terraform';
import { makeWorkspace } from './workspace';

export interface ValidatorOptions extends ProviderOptions {
  /** Path of terraform or tofu. */
  readonly binary: string;
  /** `PATH` of the child processes. */
  readonly searchPath: string;
}

/** One stack in a folder of its own, already initialized; the steps say what Terraform thinks of it. */
export interface InitializedStack {
  readonly init: readonly Diagnostic[];
  readonly validate: () => Promise<readonly Diagnostic[]>;
  readonly test: () => Promise<TestReport>;
}

/** Asks Terraform about stacks until it is closed. */
export interface Validator {
  /** @param text Terraform JSON */
  readonly open: (name: string, text: string) => Promise<InitializedStack>;
  readonly close: () => void;
}

/** @param texts Terraform JSON of every stack that will be opened: the provider serves the types in them */
export async function openValidator(
  texts: readonly string[],
  { binary, searchPath, ...options }: ValidatorOptions,
): Promise<Validator> {
  const workspace = makeWorkspace();
  const provider = await openProvider(texts.map(parse), options, workspace);
  const environment = { ...provider.environment, PATH: searchPath };
  return {
    open: async (name, text) => {
      const folder = join(workspace.folder, name);
      mkdirSync(folder, { recursive: true });
      workspace.write(`${name}/cdk.tf.json`, text);
      const configuration = parse(text);
      const test = JSON.stringify(mockedApply(configuration, provider.schema), undefined, 2);
      const override = destroyable(configuration);
      return initialize({ binary, folder, environment }, () => {
        workspace.write(`${name}/apply.tftest.json`, test);
        if (override) workspace.write(`${name}/test_override.tf.json`, JSON.stringify(override));
      });
    },
    close: () => {
      provider.close();
      workspace.remove();
    },
  };
}

/** @param writeTest adds the test file, which the steps before it need not read */
async function initialize(terraform: Terraform, writeTest: () => void): Promise<InitializedStack> {
  const run = (...args: string[]) => runTerraform(terraform, [...args, '-no-color']);
  const { code, stdout, stderr } = await run('init', '-backend=false', '-input=false');
  return {
    init: code === 0 ? [] : [plainFailure('terraform init failed', stderr || stdout)],
    validate: async () => validateDiagnostics(await run('validate', '-json')),
    test: async () => {
      writeTest();
      return testReport(await run('test', '-json', '-verbose'));
    },
  };
}

function validateDiagnostics({ code, stdout, stderr }: Exit): readonly Diagnostic[] {
  if (!stdout.startsWith('{')) return [plainFailure('terraform validate failed', stderr || stdout)];
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
  return withFailure('terraform validate', code, diagnostics);
}

function testReport({ code, stdout, stderr }: Exit): TestReport {
  const { diagnostics, applied } = parseTestEvents(stdout);
  return {
    diagnostics: withFailure('terraform test', code, diagnostics, stderr),
    applied,
  };
}

/** An exit code is an error even where Terraform gave no reason for it. */
function withFailure(
  command: string,
  code: number,
  diagnostics: readonly Diagnostic[],
  text = '',
): readonly Diagnostic[] {
  if (code === 0 || diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  return [...diagnostics, plainFailure(`${command} ended with exit code ${String(code)}`, text)];
}

function parse(text: string): Configuration {
  return JSON.parse(text) as Configuration;
}
