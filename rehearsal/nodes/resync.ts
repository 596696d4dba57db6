import type { ApiClient } from '../api/client';

interface BoundPod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly deletionTimestamp?: string;
  };
  readonly spec: { readonly nodeName?: string };
  readonly status: { readonly phase: string };
}

/**
 * A look at every pod, as a kubelet's periodic sync: who is on a node and still waits for it, unchanged since the last look,
 * is offered to KWOK once more. KWOK 0.4 acts on an event only once and never repeats a call that failed, so that on a busy
 * machine a pod may stay Pending, or going, for ever; a kubelet would try again.
 */
export class Resync {
  private seen = new Map<string, string>();

  constructor(private readonly client: ApiClient) {}

  async look(): Promise<void> {
    const { items } = (await this.client.call('GET', '/api/v1/pods')) as { items: readonly BoundPod[] };
    const waiting = items.filter(waitsForItsNode);
    const stuck = waiting.filter(({ metadata }) => this.seen.get(metadata.uid) === metadata.resourceVersion);
    this.seen = new Map(waiting.map(({ metadata }) => [metadata.uid, metadata.resourceVersion]));
    for (const { metadata } of stuck) await this.offer(metadata);
  }

  private async offer({ namespace, name, resourceVersion }: BoundPod['metadata']): Promise<void> {
    const body = { metadata: { annotations: { 'rehearsal/resync': resourceVersion } } };
    const contentType = 'application/merge-patch+json';
    // Gone since the look: nothing waits any more.
    await this.client
      .call('PATCH', `/api/v1/namespaces/${namespace}/pods/${name}`, { body, contentType })
      .catch(ignoreMissing);
  }
}

const waitsForItsNode = ({ metadata, spec, status }: BoundPod) =>
  spec.nodeName !== undefined && (metadata.deletionTimestamp !== undefined || status.phase === 'Pending');

function ignoreMissing(error: unknown): void {
  if ((error as { status?: number }).status !== 404) throw error;
}
