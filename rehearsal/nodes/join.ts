import type { Node } from '../../model/cluster';
import { poll } from '../api/poll';
import { list, type Stage } from '../phases/stage';
import { csiNodeObject, nodeObject } from './node-objects';

interface LiveNode {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly taints?: readonly { readonly key: string }[] };
}

/** Registers nodes as their kubelets would, and waits until the scheduler may use them. */
export async function joinNodes({ client }: Pick<Stage, 'client'>, nodes: readonly Node[]): Promise<void> {
  for (const node of nodes) {
    const object = nodeObject(node);
    await client.call('POST', '/api/v1/nodes', { body: object });
    await client.call('PATCH', `/api/v1/nodes/${node.name}/status`, {
      body: { status: object['status'] },
      contentType: 'application/merge-patch+json',
    });
    await client.call('POST', '/apis/storage.k8s.io/v1/csinodes', { body: csiNodeObject(node) });
  }
  const names = new Set(nodes.map(({ name }) => name));
  const isReady = ({ spec }: LiveNode) =>
    !spec.taints?.some(({ key }) => key.startsWith('node.kubernetes.io/'));
  const ready = await poll(
    async () => {
      const live = await list<LiveNode>({ client }, '/api/v1/nodes');
      return live.filter((node) => names.has(node.metadata.name)).every(isReady) || undefined;
    },
    { timeoutSeconds: 60 },
  );
  if (!ready) throw new Error(`not all of ${[...names].join(', ')} became ready in 60 seconds`);
}

/** What the loss of a machine leaves: its Node is gone, and with it, at once, what the pod collector would remove later. */
export async function loseNode(stage: Pick<Stage, 'client'>, name: string): Promise<void> {
  const { client } = stage;
  await client.call('DELETE', `/api/v1/nodes/${name}`);
  await client.call('DELETE', `/apis/storage.k8s.io/v1/csinodes/${name}`).catch(() => undefined);
  const pods = await list<{ metadata: { name: string; namespace: string } }>(
    stage,
    `/api/v1/pods?fieldSelector=spec.nodeName%3D${name}`,
  );
  for (const { metadata } of pods)
    await client
      .call('DELETE', `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`, {
        query: { gracePeriodSeconds: '0' },
      })
      .catch(() => undefined);
}
