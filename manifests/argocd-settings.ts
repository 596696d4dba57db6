import type { ConfigMap, Secret } from '../charts/schemas/objects';
import type { Cluster } from '../model/cluster';
import { systemNamespaces } from '../model/system-namespaces';
import { healthScripts } from './health/health-scripts';

/** After the projects and before every Application. */
const settingsWave = '-10';

/**
 * Argo CD's own settings. They are synced before the first child: without the health of Applications the children's
 * waves would mean nothing. Ansible starts Argo CD with the same files.
 */
export function argocdSettings({ edge }: Cluster): ConfigMap[] {
  return [
    settings('argocd-cm', {
      url: `https://${edge.hosts.argocd}`,
      'application.resourceTrackingMethod': 'annotation',
      'timeout.reconciliation': '120s',
      ...Object.fromEntries(
        Object.entries(healthScripts).map(([kind, script]) => [
          `resource.customizations.health.${kind}`,
          script,
        ]),
      ),
    }),
    // The load balancer ends TLS; a server that redirects to HTTPS itself would do so for ever.
    settings('argocd-cmd-params-cm', { 'server.insecure': 'true' }),
    settings('argocd-rbac-cm', { 'policy.default': 'role:readonly' }),
  ];
}

/**
 * Declares the one repository of ours. It is public, so there is nothing secret in it; a private one would get its
 * credentials from Parameter Store into a Secret of the same name.
 */
export function repositoryDeclaration({ gitops, project }: Cluster): Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `repository-${project}`,
      namespace: systemNamespaces.argocd,
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
      annotations: { 'argocd.argoproj.io/sync-wave': settingsWave },
    },
    stringData: { type: 'git', url: gitops.repository },
  };
}

function settings(name: string, data: Record<string, string>): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: systemNamespaces.argocd,
      labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'argocd' },
      annotations: { 'argocd.argoproj.io/sync-wave': settingsWave },
    },
    data,
  };
}
