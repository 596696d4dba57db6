import type { Secret } from '../charts/schemas/objects';
import { systemNamespaces } from '../model/system-namespaces';
import { terraformOutputs } from '../model/terraform-outputs';

/**
 * Argo CD's entry for the cluster that it runs in. It holds no credential: Argo CD uses its own service account there.
 * The hand-off after an apply adds annotations, which templates can read.
 */
export function clusterSecret(): Secret {
  const name = terraformOutputs.clusterSecret;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace: systemNamespaces.argocd,
      labels: { 'argocd.argoproj.io/secret-type': 'cluster' },
      annotations: { 'argocd.argoproj.io/sync-wave': '-10' },
    },
    type: 'Opaque',
    stringData: {
      name,
      server: 'https://kubernetes.default.svc',
      config: JSON.stringify({ tlsClientConfig: { insecure: false } }),
    },
  };
}
