import type { Loose, Tree } from '../../support/tree';

/** The head of an object that a broken case adds. */
export function added(apiVersion: string, kind: string, name: string, namespace?: string): Loose {
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }) } };
}

export const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };

/** The pod and the container of the API that most incidents happened to. */
export const authPod = (tree: Tree): Loose => tree.pod('Deployment', 'auth/auth-api');
export const authContainer = (tree: Tree): Loose => authPod(tree).containers[0];
