/** What a cluster has before any Application syncs: kubeadm's own objects, and Argo CD as Ansible installs it. */
export const builtIn = {
  secrets: ['argocd/argocd-secret', 'argocd/argocd-initial-admin-secret'],
  configMaps: [
    'argocd/argocd-cm',
    'argocd/argocd-cmd-params-cm',
    'argocd/argocd-rbac-cm',
    'kube-system/extension-apiserver-authentication',
  ],
  serviceAccounts: [
    'argocd/argocd-server',
    'argocd/argocd-application-controller',
    'argocd/argocd-repo-server',
    'argocd/argocd-applicationset-controller',
    'argocd/argocd-notifications-controller',
  ],
  services: [
    ['default/kubernetes', ports(443, 'https')],
    ['kube-system/kube-dns', ports(53, 'dns', 'dns-tcp', 9153, 'metrics')],
    ['argocd/argocd-server', ports(80, 443, 'http', 'https')],
    ['argocd/argocd-repo-server', ports(8081, 8084)],
    ['argocd/argocd-redis', ports(6379)],
    ['argocd/argocd-metrics', ports(8082, 'metrics')],
    ['argocd/argocd-server-metrics', ports(8083, 'metrics')],
    ['argocd/argocd-applicationset-controller', ports(7000, 8080)],
  ] as const,
  pods: [
    { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
    { namespace: 'kube-system', labels: { 'k8s-app': 'kube-proxy' } },
    ...['kube-apiserver', 'etcd', 'kube-scheduler', 'kube-controller-manager'].map((component) => ({
      namespace: 'kube-system',
      labels: { component, tier: 'control-plane' },
    })),
    ...[
      ['server', 'server'],
      ['repo-server', 'repo-server'],
      ['application-controller', 'application-controller'],
      ['applicationset-controller', 'applicationset-controller'],
      ['redis', 'redis'],
      ['notifications-controller', 'notifications-controller'],
      ['dex-server', 'dex-server'],
    ].map(([name, component]) => ({
      namespace: 'argocd',
      labels: {
        'app.kubernetes.io/name': `argocd-${name ?? ''}`,
        'app.kubernetes.io/component': component ?? '',
        'app.kubernetes.io/part-of': 'argocd',
      },
    })),
  ],
  groups: ['argoproj.io'],
};

function ports(...names: readonly (number | string)[]): ReadonlySet<number | string> {
  return new Set(names);
}
