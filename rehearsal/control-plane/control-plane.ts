import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from '../api/client';
import { poll } from '../api/poll';
import {
  apiServerCommand,
  certificates,
  controllerManagerCommand,
  etcdCommand,
  kubeconfigOf,
  kwokCommand,
  schedulerCommand,
  schedulerConfiguration,
  type Layout,
} from './commands';
import { kubeconfig, makeIdentity, tokenFile, type Identity, type User } from './identity';
import { readKubeconfig } from './kubeconfig';
import { freePorts } from './ports';
import { Programs } from './programs';
import { Unusable } from '../unusable';

/** A running control plane and the connection to it. */
export interface ControlPlane {
  readonly client: ApiClient;
  /** Programs of it that have ended by themselves, with their last words. */
  failures(): readonly string[];
  /** Ends every program and removes every file. */
  stop(): Promise<void>;
}

export interface ControlPlaneOptions {
  readonly binaries: string;
  readonly serviceCidr: string;
  readonly podCidr: string;
}

/** Starts etcd, the API server, the controllers, the scheduler and KWOK on loopback ports that nobody uses. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const programs = new Programs(options.binaries);
  const { folder } = programs;
  const failures = () => programs.failures();
  try {
    const identity = makeIdentity();
    const layout = await makeLayout(folder, identity, options);
    programs.start(etcdCommand(layout));
    programs.start(apiServerCommand(layout));
    const client = await connect(layout, identity, failures);
    programs.start(controllerManagerCommand(layout));
    programs.start(schedulerCommand(layout));
    programs.start(kwokCommand(kubeconfigOf(folder, 'kwok')));
    return {
      client,
      failures,
      stop: async () => {
        client.close();
        await programs.stop();
      },
    };
  } catch (error) {
    await programs.stop();
    throw error;
  }
}

/**
 * Uses a control plane that somebody else made, and adds KWOK to it. It must be empty: a rehearsal makes and deletes nodes
 * and namespaces, so a cluster that has a node is refused.
 */
export async function useControlPlane(options: {
  readonly binaries: string;
  readonly kubeconfig: string;
}): Promise<ControlPlane> {
  const client = new ApiClient(readKubeconfig(options.kubeconfig));
  const { items } = (await client.call('GET', '/api/v1/nodes')) as { items: readonly unknown[] };
  if (items.length)
    throw new Unusable(
      `${options.kubeconfig}: this cluster has ${String(items.length)} nodes; a rehearsal needs an empty control plane`,
    );
  const programs = new Programs(options.binaries);
  programs.start(kwokCommand(options.kubeconfig));
  return {
    client,
    failures: () => programs.failures(),
    stop: async () => {
      client.close();
      await programs.stop();
    },
  };
}

async function makeLayout(
  folder: string,
  identity: Identity,
  { serviceCidr, podCidr }: ControlPlaneOptions,
): Promise<Layout> {
  const [client = 0, peer = 0, apiServer = 0, controllerManager = 0, scheduler = 0] = await freePorts(5);
  const layout = {
    folder,
    etcd: { client, peer },
    apiServer,
    controllerManager,
    scheduler,
    serviceCidr,
    podCidr,
  };
  mkdirSync(certificates(folder));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  };
  write('tokens.csv', tokenFile(identity));
  write('service-account.key', identity.serviceAccountKey);
  write('scheduler.json', schedulerConfiguration(folder));
  const authority = join(certificates(folder), 'apiserver.crt');
  for (const user of Object.keys(identity.tokens) as User[])
    writeFileSync(kubeconfigOf(folder, user), kubeconfig(server(layout), authority, identity.tokens[user]), {
      mode: 0o600,
    });
  return layout;
}

const server = ({ apiServer }: Layout): string => `https://127.0.0.1:${String(apiServer)}`;

/** Waits until the server has made its certificate and says that it is ready. */
async function connect(
  layout: Layout,
  { tokens }: Identity,
  failures: () => readonly string[],
): Promise<ApiClient> {
  const certificate = join(certificates(layout.folder), 'apiserver.crt');
  const client = await poll(
    async () => {
      const ended = failures();
      if (ended.length) throw new Error(ended.join('\n'));
      if (!existsSync(certificate)) return undefined;
      const attempt = new ApiClient({
        url: server(layout),
        authority: readFileSync(certificate, 'utf8'),
        token: tokens.admin,
      });
      const isReady = await attempt.call('GET', '/readyz').then(
        (answer) => answer === 'ok',
        () => false,
      );
      if (isReady) return attempt;
      attempt.close();
      return undefined;
    },
    { timeoutSeconds: 120 },
  );
  if (!client) throw new Error('the API server was not ready after 120 seconds');
  return client;
}
