import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Endpoint } from '../api/client';
import { Unusable } from '../unusable';

interface Config {
  readonly 'current-context'?: string;
  readonly contexts?: readonly {
    readonly name: string;
    readonly context: { readonly cluster: string; readonly user: string };
  }[];
  readonly clusters?: readonly {
    readonly name: string;
    readonly cluster: Readonly<Record<string, string>>;
  }[];
  readonly users?: readonly { readonly name: string; readonly user: Readonly<Record<string, unknown>> }[];
}

/**
 * Endpoint of a kubeconfig's current context. Knows tokens and client certificates; throws for plugins that log in,
 * because a control plane for rehearsals needs none.
 */
export function readKubeconfig(file: string): Endpoint {
  const config = parse(readFileSync(file, 'utf8')) as Config;
  const context = config.contexts?.find(({ name }) => name === config['current-context'])?.context;
  const cluster = config.clusters?.find(({ name }) => name === context?.cluster)?.cluster;
  const user = config.users?.find(({ name }) => name === context?.user)?.user;
  const server = cluster?.['server'];
  if (!cluster || !user || server === undefined)
    throw new Unusable(`${file}: its current context is not complete`);
  const pem = (entry: Readonly<Record<string, unknown>>, key: string): string | undefined => {
    const data = entry[`${key}-data`];
    if (typeof data === 'string') return Buffer.from(data, 'base64').toString('utf8');
    const path = entry[key];
    return typeof path === 'string' ? readFileSync(resolve(dirname(file), path), 'utf8') : undefined;
  };
  const token = typeof user['token'] === 'string' ? user['token'] : undefined;
  const certificate = pem(user, 'client-certificate');
  const key = pem(user, 'client-key');
  if (token === undefined && certificate === undefined)
    throw new Unusable(`${file}: its user has neither a token nor a client certificate`);
  return {
    url: server,
    authority: pem(cluster, 'certificate-authority') ?? '',
    ...(token === undefined ? {} : { token }),
    ...(certificate === undefined ? {} : { certificate }),
    ...(key === undefined ? {} : { key }),
  };
}
