/** Namespaces whose names no definition chooses. */
export const systemNamespaces = {
  kubeSystem: 'kube-system',
  /** Made by Ansible together with Argo CD. */
  argocd: 'argocd',
  /** External Secrets and external-dns. */
  platform: 'platform',
  /** Operators of PostgreSQL and RabbitMQ. */
  dataOperators: 'data-operators',
  /** The one DaemonSet that reads the host and may not run under `restricted`. */
  nodeExporter: 'node-exporter',
  atlantis: 'atlantis',
} as const;
