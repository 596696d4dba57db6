import type { LooseDefinition } from '../support/definition';

/** The changes of an ordinary year, each as an edit of the definition of eco2. */
export const scenarios: Readonly<Record<string, (definition: LooseDefinition) => void>> = {
  'change-an-instance-type': (d) => (d.nodes['k8s-api-auth'].type = 't3.small'),
  'add-a-worker-node': (d) => {
    d.nodes['k8s-worker-ai-2'] = { ...d.nodes['k8s-worker-ai'], number: 30 };
    d.workers.ai.replicas = 2;
  },
  'add-an-api-domain': (d) => {
    d.domains.badge = { stage: 'api-third', path: '/api/v1/badge', ingressOrder: 80, uses: ['postgresql'] };
    d.gitops.images['badge-api'] = 'v1.0.0';
    d.nodes['k8s-api-badge'] = { ...d.nodes['k8s-api-info'], serves: 'badge', number: 24 };
  },
  'remove-an-api-domain': (d) => {
    delete d.domains.info;
    delete d.gitops.images['info-api'];
    delete d.nodes['k8s-api-info'];
  },
  'set-an-image-tag': (d) => (d.gitops.images['auth-api'] = 'v1.0.1'),
  'grow-postgresql': (d) => (d.data.postgresql.resources.requests.memory = '1792Mi'),
  'upgrade-kubernetes': (d) => (d.versions.kubernetes = '1.28.15'),
  'replace-a-machine': (d) => (d.nodes['k8s-redis'].number = 99),
};
