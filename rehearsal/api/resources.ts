import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ApiClient } from './client';

interface ApiResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** What identifies an object: enough to find its path. */
export type Identity = Pick<KubernetesObject, 'apiVersion' | 'kind'> & {
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** Knows under which path the server keeps each kind; asks for a group's list once, and again when a kind is new. */
export class Resources {
  private readonly known = new Map<string, ApiResource>();

  constructor(private readonly client: ApiClient) {}

  /** Path of one object; undefined where the server does not serve its kind. */
  async pathOf({ apiVersion, kind, metadata }: Identity): Promise<string | undefined> {
    const resource = await this.find(apiVersion, kind);
    if (!resource) return undefined;
    const scope = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    return `${groupPath(apiVersion)}${scope}/${resource.name}/${metadata.name}`;
  }

  private async find(apiVersion: string, kind: string): Promise<ApiResource | undefined> {
    const key = `${apiVersion}/${kind}`;
    if (!this.known.has(key)) await this.discover(apiVersion);
    return this.known.get(key);
  }

  private async discover(apiVersion: string): Promise<void> {
    const list = (await this.client.call('GET', groupPath(apiVersion)).catch(() => ({ resources: [] }))) as {
      resources: readonly ApiResource[];
    };
    for (const resource of list.resources)
      if (!resource.name.includes('/')) this.known.set(`${apiVersion}/${resource.kind}`, resource);
  }
}

/** `/api/v1` for the core group, `/apis/<group>/<version>` for every other. */
export function groupPath(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
