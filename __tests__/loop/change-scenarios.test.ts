import { PullRequest } from '../support/pull-request';

/** Each run bundles the changed sources first, which takes long on a busy machine. */
const patience = 120_000;
let pull: PullRequest;
beforeAll(() => (pull = new PullRequest()), patience);
beforeEach(() => {
  pull.reset();
});
afterAll(() => {
  pull.remove();
});

const definition = 'clusters/eco2.ts';
/** Two of the files that every change of a definition reaches: the hashes, and what else the diff compares. */
const records = ['dist/eco2/facts.json', 'dist/eco2/files.json'];

/** The picture of the machines, and the hash of it. */
const picture = ['dist/files.json', 'docs/topology.svg'];

/** Adds a node to the definition. */
function addNode(name: string, role: string, serves: string, type: string): void {
  const fields = `role: '${role}', serves: '${serves}', type: '${type}', rootVolumeGiB: 40, zone: 'b'`;
  const entry = `    '${name}': { ${fields}, bringUp: 5, number: 30 },\n`;
  pull.edit(definition, "    'k8s-rabbitmq': {", `${entry}    'k8s-rabbitmq': {`);
}

describe('What a pull request reaches, and nothing else', () => {
  test(
    'when it changes an instance type: the instance, planned in one stack',
    () => {
      pull.edit(definition, /('k8s-api-scan': \{[^}]*?type: )'t3\.small'/, "$1't3.medium'");
      expect(pull.run('synth')).toEqual({
        files: [
          definition,
          'dist/eco2/ansible/inventory.yaml',
          ...records,
          'dist/eco2/terraform/nodes/cdk.tf.json',
          ...picture,
        ],
        addresses: ['nodes: aws_instance.k8s-api-scan', 'nodes: output.ansible_inventory'],
        projects: ['eco2-nodes'],
        applications: [],
      });
    },
    patience,
  );

  test(
    'when it adds a worker node: one instance, and the hooks that label and test nodes',
    () => {
      addNode('k8s-worker-ai-b', 'worker', 'ai', 't3.small');
      expect(pull.run('synth')).toEqual({
        files: [
          definition,
          'dist/eco2/ansible/inventory.yaml',
          ...records,
          'dist/eco2/manifests/infrastructure/configmap-label-nodes.yaml',
          'dist/eco2/manifests/infrastructure/job-smoke-test.yaml',
          'dist/eco2/terraform/nodes/cdk.tf.json',
          ...picture,
        ],
        addresses: [
          'nodes: aws_instance.k8s-worker-ai-b',
          'nodes: output.ansible_inventory',
          'nodes: output.nodes',
        ],
        projects: ['eco2-nodes'],
        applications: ['eco2/infrastructure'],
      });
    },
    patience,
  );

  test(
    'when it adds an API domain: its node, namespace, network, workload, monitoring and Application',
    () => {
      addNode('k8s-api-badge', 'api', 'badge', 't3.micro');
      const entry =
        "badge: { stage: 'api-third', path: '/api/v1/badge', ingressOrder: 80, uses: ['postgresql'] },";
      pull.edit(definition, '  domains: {\n', `  domains: {\n    ${entry}\n`);
      pull.edit('clusters/eco2.images.json', '{\n', '{\n  "badge-api": "v1.0.0",\n\n');
      const manifests = 'dist/eco2/manifests';
      expect(pull.run('synth')).toEqual({
        files: [
          'clusters/eco2.images.json',
          definition,
          'dist/eco2/ansible/inventory.yaml',
          'dist/eco2/argocd/application-api-badge.yaml',
          'dist/eco2/argocd/appproject-api-badge.yaml',
          'dist/eco2/argocd/appproject-bootstrap.yaml',
          'dist/eco2/argocd/appproject-platform.yaml',
          ...records,
          `${manifests}/api-badge/configmap-badge-api.yaml`,
          `${manifests}/api-badge/deployment-badge-api.yaml`,
          `${manifests}/api-badge/externalsecret-badge-api.yaml`,
          `${manifests}/api-badge/externalsecret-registry-credentials.yaml`,
          `${manifests}/api-badge/ingress-badge-api.yaml`,
          `${manifests}/api-badge/poddisruptionbudget-badge-api.yaml`,
          `${manifests}/api-badge/service-badge-api.yaml`,
          `${manifests}/api-badge/serviceaccount-badge-api.yaml`,
          `${manifests}/api-badge/servicemonitor-badge-api.yaml`,
          `${manifests}/infrastructure/badge/networkpolicy-badge-api.yaml`,
          `${manifests}/infrastructure/badge/networkpolicy-common.yaml`,
          `${manifests}/infrastructure/badge/networkpolicy-default-deny.yaml`,
          `${manifests}/infrastructure/clusterrole-smoke-test.yaml`,
          `${manifests}/infrastructure/configmap-label-nodes.yaml`,
          `${manifests}/infrastructure/configmap-smoke-test.yaml`,
          `${manifests}/infrastructure/databases/networkpolicy-postgresql.yaml`,
          `${manifests}/infrastructure/job-smoke-test.yaml`,
          `${manifests}/infrastructure/monitoring/networkpolicy-prometheus.yaml`,
          `${manifests}/monitoring/configmap-dashboard-domain-badge.yaml`,
          `${manifests}/namespaces/badge/limitrange-defaults.yaml`,
          `${manifests}/namespaces/badge/resourcequota-quota.yaml`,
          `${manifests}/namespaces/namespace-badge.yaml`,
          'dist/eco2/terraform/nodes/cdk.tf.json',
          ...picture,
        ],
        addresses: [
          'nodes: aws_instance.k8s-api-badge',
          'nodes: output.ansible_inventory',
          'nodes: output.nodes',
        ],
        projects: ['eco2-nodes'],
        applications: [
          'eco2/api-badge',
          'eco2/infrastructure',
          'eco2/monitoring',
          'eco2/namespaces',
          'eco2/root-app',
        ],
      });
    },
    patience,
  );

  test(
    'when a pipeline sets an image: one Deployment, and no plan',
    () => {
      expect(pull.run('image', 'auth', 'v1.2.3')).toEqual({
        files: [
          'clusters/eco2.images.json',
          'dist/eco2/files.json',
          'dist/eco2/manifests/api-auth/deployment-auth-api.yaml',
        ],
        addresses: [],
        projects: [],
        applications: ['eco2/api-auth'],
      });
    },
    patience,
  );

  test(
    'when it grows PostgreSQL’s requests: the database, and no plan',
    () => {
      pull.edit(definition, /(postgresql: \{[^]*?memory: )'1536Mi'/, "$1'1600Mi'");
      expect(pull.run('synth')).toEqual({
        files: [definition, ...records, 'dist/eco2/manifests/data-clusters/cluster-postgresql.yaml'],
        addresses: [],
        projects: [],
        applications: ['eco2/data-clusters'],
      });
    },
    patience,
  );

  test(
    'when it is reverted: the same, and dist is what it was',
    () => {
      const there = pull.run('image', 'auth', 'v1.2.3');
      pull.git('revert', '--no-edit', 'HEAD');
      expect(pull.git('diff', '--name-only', 'main', 'HEAD')).toBe('');
      expect(pull.git('diff', '--name-only', 'HEAD~1', 'HEAD').trim().split('\n').sort()).toEqual(
        there.files,
      );
      expect(pull.project.run(['synth', '--check']).status).toBe(0);
    },
    patience,
  );
});

describe('Atlantis', () => {
  test('plans a stack for any file beside its JSON, so that the guard sees it', () => {
    for (const file of ['evil.tf', '.terraform.lock.hcl', 'modules/x/main.tf', 'override.tf.json'])
      expect(pull.plannedProjects([`dist/eco2/terraform/edge/${file}`])).toEqual(['eco2-edge']);
  });

  test('plans nothing for manifests, inventories and stacks that it does not own', () => {
    expect(
      pull.plannedProjects([
        'dist/eco2/manifests/api-auth/deployment-auth-api.yaml',
        'dist/eco2/ansible/inventory.yaml',
        'dist/eco2/terraform/state/cdk.tf.json',
        'dist/eco2/terraform/edges/cdk.tf.json',
        'clusters/eco2.ts',
      ]),
    ).toEqual([]);
  });
});
