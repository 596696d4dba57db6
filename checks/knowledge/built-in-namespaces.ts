/** Namespaces that exist before any Application syncs: Kubernetes makes four, Ansible makes Argo CD's. */
export const builtInNamespaces = new Set([
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'argocd',
]);
