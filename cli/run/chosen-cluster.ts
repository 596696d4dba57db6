import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Cluster } from '../../model/cluster';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { healthyDefinitions } from '../healthy-definitions';
import { UserError } from '../user-error';

const defaultPort = 16443;

/** What `up` and `down` are told. */
export interface OperateOptions {
  readonly cluster: string;
  readonly yes?: true;
  readonly from?: string;
  readonly to?: string;
  readonly privateKey?: string;
  readonly apiPort: number;
}

export function addOperateOptions(command: Command): Command {
  return command
    .requiredOption('--cluster <name>', 'which cluster')
    .option('--yes', 'really do it; without it the steps are only shown')
    .option('--from <step>', 'leave out the steps before this one')
    .option('--to <step>', 'leave out the steps after this one')
    .option('--private-key <file>', 'key of the machines (default: ~/.ssh/<cluster>_ed25519)')
    .option('--api-port <port>', 'port on this machine for the tunnel to the API server', port, defaultPort);
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new InvalidArgumentError('A port is a number from 1 to 65535.');
}

/** The cluster that is operated; nothing, with what is wrong on stderr, where its definition has an error. */
export async function chosenCluster(root: string, name: string): Promise<Cluster | undefined> {
  const [definition] = (await healthyDefinitions([name])) ?? [];
  if (!definition) return undefined;
  if (!existsSync(join(root, 'dist', name)))
    throw new UserError(
      `dist/${name} is missing`,
      'What is applied is what is committed.',
      'Run npm run synth.',
    );
  return resolveCluster(definition);
}

/** Options that the run after a failure needs again. */
export function againOptions({ privateKey, apiPort }: OperateOptions): string[] {
  return [
    ...(privateKey === undefined ? [] : ['--private-key', privateKey]),
    ...(apiPort === defaultPort ? [] : ['--api-port', String(apiPort)]),
  ];
}

export function connectionOf({ cluster, privateKey, apiPort }: OperateOptions) {
  return {
    privateKey: resolve(privateKey ?? join(homedir(), '.ssh', `${cluster}_ed25519`)),
    localPort: apiPort,
  };
}

/** Names of the Applications that the committed tree has. */
export function committedApplications(root: string, cluster: string): string[] {
  return readdirSync(join(root, 'dist', cluster, 'argocd'))
    .map((file) => /^application-(.*)\.yaml$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}
