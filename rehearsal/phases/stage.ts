import type { KubernetesObject } from '../../model/kubernetes-object';
import type { ApiClient } from '../api/client';
import type { Resources } from '../api/resources';
import type { Disagreement } from '../disagreement';

/** What every phase of one rehearsal works with, and where it says what it saw. */
export interface Stage {
  readonly client: ApiClient;
  readonly resources: Resources;
  readonly disagree: (disagreement: Disagreement) => void;
}

/** Items of a list; the server leaves kind and version out of them. */
export async function list<T = KubernetesObject>(
  { client }: Pick<Stage, 'client'>,
  path: string,
): Promise<readonly T[]> {
  const { items } = (await client.call('GET', path)) as { items: readonly T[] };
  return items;
}
