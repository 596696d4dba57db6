import type { BrokenDefinition } from './broken-shapes-and-networks';

const node = 'k8s-api-auth';

/** Selectors, machines, workloads and names outside the cluster. */
export const brokenMachinesAndWorkloads: BrokenDefinition[] = [
  [
    'a selector for a label that no node has',
    (d) => (d.roles.api.selectBy = ['wrokload']),
    'selectors-name-labels',
    'roles.api.selectBy.0',
  ],
  [
    'a taint for a label that no node has',
    (d) => (d.roles.api.taintBy = 'team'),
    'selectors-name-labels',
    'roles.api.taintBy',
  ],
  [
    'a role that is not described',
    (d) => delete d.roles.worker,
    'roles-of-nodes-are-described',
    'nodes.k8s-worker-ai.role',
  ],
  [
    'a secret that is no environment variable',
    (d) => (d.domains.auth.secrets = ['jwt-secret']),
    'secrets-are-variables',
    'domains.auth.secrets.0',
  ],
  [
    'a secret that is named twice',
    (d) => (d.workers.ai.secrets = ['TOKEN_A', 'TOKEN_A']),
    'secrets-are-variables',
    'workers.ai.secrets.1',
  ],
  ['zero nodes', (d) => (d.nodes = {}), 'cluster-has-nodes', 'nodes'],
  ['no control plane', (d) => delete d.nodes['k8s-master'], 'cluster-has-nodes', 'nodes'],
  [
    'two control-plane nodes',
    (d) => (d.nodes['k8s-master'].count = 2),
    'control-plane-keeps-quorum',
    'nodes',
  ],
  [
    'three control-plane nodes without a load balancer',
    (d) => {
      d.nodes['k8s-master'].count = 3;
      d.nodes['k8s-master'].number = 100;
    },
    'control-plane-keeps-quorum',
    'controlPlane.endpoint',
  ],
  [
    'a root volume too small for images',
    (d) => (d.nodes[node].rootVolumeGiB = 8),
    'root-volume-holds-images',
    `nodes.${node}.rootVolumeGiB`,
  ],
  [
    'an absurd root volume',
    (d) => (d.nodes[node].rootVolumeGiB = 1e6),
    'root-volume-holds-images',
    `nodes.${node}.rootVolumeGiB`,
  ],
  ['an absurd group', (d) => (d.nodes[node].count = 1e9), 'groups-are-bounded', `nodes.${node}.count`],
  ['an empty group', (d) => (d.nodes[node].count = 0), 'groups-are-bounded', `nodes.${node}.count`],
  ['more vCPUs than the quota', (d) => (d.quota.standardVcpu = 16), 'vcpus-fit-the-quota', 'nodes'],
  ['an absurd data volume', (d) => (d.data.redis.volumeGiB = -5), 'volumes-are-sane', 'data.redis.volumeGiB'],
  ['a domain without a node', (d) => delete d.nodes['k8s-api-auth'], 'everything-has-a-node', 'domains.auth'],
  [
    'a path with a wildcard',
    (d) => (d.domains.auth.path = '/api/v1/auth/*'),
    'paths-are-disjoint',
    'domains.auth.path',
  ],
  [
    'a path that takes requests of another',
    (d) => (d.domains.my.path = '/api/v1/auth/my'),
    'paths-are-disjoint',
    'domains.my.path',
  ],
  [
    'two Ingresses of one order',
    (d) => (d.domains.my.ingressOrder = 10),
    'ingress-orders-are-unique',
    'domains.my.ingressOrder',
  ],
  ['zero replicas', (d) => (d.domains.auth.replicas = 0), 'replicas-are-sane', 'domains.auth.replicas'],
  [
    'two workers on one queue',
    (d) => (d.workers.ai.queue = 'q.storage'),
    'queues-are-unique',
    'workers.storage.queue',
  ],
  [
    'an image called latest',
    (d) => (d.gitops.images['auth-api'] = 'latest'),
    'images-are-pinned',
    'gitops.images.auth-api',
  ],
  [
    'an image that is missing',
    (d) => delete d.gitops.images['auth-api'],
    'images-are-pinned',
    'gitops.images.auth-api',
  ],
  [
    'an image of nothing',
    (d) => (d.gitops.images['old-api'] = 'v1'),
    'images-are-pinned',
    'gitops.images.old-api',
  ],
  [
    'a request above its limit',
    (d) => (d.defaults.apiResources.requests.memory = '1Gi'),
    'requests-stay-below-limits',
    'defaults.apiResources.requests.memory',
  ],
  [
    'a quantity that is none',
    (d) => (d.workers.ai.resources.requests.cpu = 'half'),
    'requests-stay-below-limits',
    'workers.ai.resources.requests.cpu',
  ],
  [
    'a floating Kubernetes version',
    (d) => (d.versions.kubernetes = '1.28'),
    'kubernetes-version-is-supported',
    'versions.kubernetes',
  ],
  [
    'a Kubernetes that manifests are not typed for',
    (d) => (d.versions.kubernetes = '1.31.0'),
    'kubernetes-version-is-supported',
    'versions.kubernetes',
  ],
  [
    'a Calico without a checksum',
    (d) => (d.versions.calico = 'v3.99.0'),
    'releases-are-listed',
    'versions.calico',
  ],
  [
    'an Argo CD without a checksum',
    (d) => (d.versions.argocd = 'v9.0.0'),
    'releases-are-listed',
    'versions.argocd',
  ],
  ['a host of two labels', (d) => (d.edge.hosts.api = 'api.dev'), 'hosts-are-names', 'edge.hosts.api'],
  [
    'one bucket for two uses',
    (d) => (d.data.postgresql.backup.bucket = 'prod-sesacthon-images'),
    'bucket-names-are-valid',
    'data.postgresql.backup.bucket',
  ],
  ['a branch called HEAD', (d) => (d.gitops.branch = 'HEAD'), 'repository-is-exact', 'gitops.branch'],
  [
    'metrics kept for ever',
    (d) => (d.monitoring.retentionDays = 10000),
    'retention-is-sane',
    'monitoring.retentionDays',
  ],
];
