import type { Cluster } from '../../model/cluster';
import type { KubernetesObject } from '../../model/kubernetes-object';
import { poll } from '../api/poll';
import type { Stage } from '../phases/stage';
import { loadCrds } from './load';
import { crdSources, type CrdSource } from './sources';

interface LiveCrd {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

/** Downloads and installs the definitions of one source, and waits until the server serves them. */
export async function installCrds(
  stage: Stage,
  cluster: Cluster,
  { module, version, folder }: CrdSource,
): Promise<void> {
  const crds = await loadCrds(module, version(cluster), folder);
  for (const crd of crds)
    await stage.client.call('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { body: crd });
  for (const crd of crds) await established(stage, crd);
}

/** Definitions that an Application brings in with its charts and repositories. */
export function crdsBroughtBy(origins: readonly string[]): readonly CrdSource[] {
  return crdSources.filter(({ broughtBy }) => broughtBy !== undefined && origins.includes(broughtBy));
}

async function established({ client }: Stage, { metadata }: KubernetesObject): Promise<void> {
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${metadata.name}`;
  const isServed = await poll(
    async () => {
      const { status } = (await client.call('GET', path)) as LiveCrd;
      return (
        status?.conditions?.some((one) => one.type === 'Established' && one.status === 'True') || undefined
      );
    },
    { timeoutSeconds: 30 },
  );
  if (!isServed) throw new Error(`${metadata.name} is not served after 30 seconds`);
}
