import type { KubernetesObject } from '../../model/kubernetes-object';
import { ApiError, type ApiClient, type OnWarning } from './client';
import type { Resources } from './resources';

/** The object as the server keeps it, or why the server refuses it. */
export type Applied = { readonly live: KubernetesObject } | { readonly refused: string };

/** Server-side apply as Argo CD does it, with unknown and duplicate fields refused. */
export async function applyObject(
  { client, resources }: { readonly client: ApiClient; readonly resources: Resources },
  object: KubernetesObject,
  onWarning: OnWarning,
): Promise<Applied> {
  const path = await resources.pathOf(object);
  if (path === undefined)
    return { refused: `the server knows no kind ${object.kind} in ${object.apiVersion}` };
  try {
    const live = await client.call('PATCH', path, {
      query: { fieldManager: 'argocd-controller', force: 'true', fieldValidation: 'Strict' },
      body: object,
      contentType: 'application/apply-patch+yaml',
      onWarning,
    });
    return { live: live as KubernetesObject };
  } catch (error) {
    if (error instanceof ApiError) return { refused: error.message };
    throw error;
  }
}
