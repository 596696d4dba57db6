import type { BrokenCase } from '../../support/broken-case';
import type { Loose, Tree } from '../../support/tree';

const host = (tree: Tree, name: string): Loose => tree.hosts().find(({ path }) => path === name)?.value;

export const brokenAnsible: readonly BrokenCase[] = [
  {
    title: 'a container runtime with a cgroup manager of its own',
    incidents: ['B01'],
    change: (tree) => {
      tree.rewrite(
        'ansible/roles/containerd/templates/config.toml.j2',
        'SystemdCgroup = true',
        'SystemdCgroup = false',
      );
    },
    code: 'containers-share-the-cgroup-driver',
    path: 'ansible/roles/containerd/templates/config.toml.j2',
  },
  {
    title: 'a join that forgets groups',
    incidents: ['B03'],
    change: (tree) => {
      tree.rewrite('ansible/playbooks/join.yml', /hosts: .*/, 'hosts: api_nodes:workers');
    },
    code: 'every-node-joins',
    path: 'ansible/playbooks/join.yml: [0].hosts',
  },
  {
    title: 'a group that the inventory does not have',
    incidents: ['A31', 'G28'],
    change: (tree) => {
      tree.rewrite('ansible/playbooks/network.yml', 'hosts: masters\n', 'hosts: k8s_masters\n');
    },
    code: 'host-patterns-match',
    path: 'ansible/playbooks/network.yml: [0].hosts',
  },
  {
    title: 'Argo CD before the nodes',
    incidents: ['B04', 'B22', 'E25'],
    change: (tree) => {
      tree.rewrite('ansible/site.yml', 'playbooks/control-plane.yml', 'playbooks/argocd.yml');
      tree.rewrite(
        'ansible/site.yml',
        /playbooks\/argocd\.yml(?![\s\S]*playbooks\/argocd\.yml)/,
        'playbooks/control-plane.yml',
      );
    },
    code: 'plays-are-in-order',
    path: 'ansible/playbooks/argocd.yml: [0].roles',
  },
  {
    title: 'a playbook that is imported as tasks',
    incidents: ['B17'],
    change: (tree) => {
      tree.rewrite(
        'ansible/site.yml',
        'import_playbook: playbooks/join.yml',
        'import_tasks: playbooks/join.yml',
      );
    },
    code: 'imports-fit',
    path: 'ansible/site.yml: [3]["ansible.builtin.import_tasks"]',
  },
  {
    title: 'a path that moved',
    incidents: ['B23', 'E15'],
    change: (tree) => {
      tree.rewrite('ansible/site.yml', 'playbooks/argocd.yml', 'argocd/root-app.yml');
    },
    code: 'imports-fit',
    path: 'ansible/site.yml: [7]["ansible.builtin.import_playbook"]',
  },
  {
    title: 'a pipe in a command',
    incidents: ['B19'],
    change: (tree) => {
      tree.rewrite(
        'ansible/roles/join/tasks/main.yml',
        'kubeadm reset --force',
        'kubeadm reset --force | tee reset.log',
      );
    },
    code: 'commands-need-no-shell',
    path: 'ansible/roles/join/tasks/main.yml: [2].block[0]["ansible.builtin.command"]',
  },
  {
    title: 'a lookup that depends on the directory of the caller',
    incidents: ['B20'],
    change: (tree) => {
      tree.rewrite(
        'ansible/roles/join/tasks/main.yml',
        'changed_when: true',
        "changed_when: \"{{ lookup('pipe', 'cd ../terraform && terraform output') }}\"",
      );
    },
    code: 'lookups-know-where-they-are',
    path: 'ansible/roles/join/tasks/main.yml',
  },
  {
    title: 'a helm that nobody installed',
    incidents: ['B21'],
    change: (tree) => {
      tree.rewrite(
        'ansible/roles/join/tasks/main.yml',
        'kubeadm reset --force',
        'helm upgrade --install alb eks/alb',
      );
    },
    code: 'programs-are-installed',
    path: 'ansible/roles/join/tasks/main.yml: [2].block[0]',
  },
  {
    title: 'a provider id without its zone',
    incidents: ['B13', 'B14'],
    change: (tree) => {
      tree.rewrite('ansible/roles/provider_id/tasks/main.yml', 'aws:///{{ zone }}/', 'aws://');
    },
    code: 'provider-ids-are-complete',
    path: 'ansible/roles/provider_id/tasks/main.yml',
  },
  {
    title: 'two names of one key',
    incidents: ['B25'],
    change: (tree) => {
      tree.rewrite(
        'ansible/site.yml',
        '---\n',
        '---\n# ansible_ssh_private_key_file: ~/.ssh/id_rsa\n# ansible_ssh_private_key_file: ~/.ssh/sesacthon.pem\n',
      );
    },
    code: 'one-key-opens-the-machines',
    path: 'ansible/site.yml',
  },
  {
    title: 'a number of workers in a script',
    incidents: ['A37'],
    change: (tree) => {
      tree.object('ConfigMap', 'argocd/label-nodes').data['label-nodes.sh'] += '\nEXPECTED_WORKERS=7\n';
    },
    code: 'node-counts-are-derived',
    path: 'ConfigMap argocd/label-nodes: data["label-nodes.sh"]',
  },
  {
    title: 'a label under a prefix that kubelets may not use',
    incidents: ['B10'],
    change: (tree) => {
      const { kubeletExtraArgs } = host(tree, 'k8s-api-auth').kubeadm_join_configuration.nodeRegistration;
      kubeletExtraArgs['node-labels'] = 'node-role.kubernetes.io/api=true';
    },
    code: 'node-labels-are-allowed',
    path: 'host k8s-api-auth: node_labels["node-role.kubernetes.io/api"]',
  },
  {
    title: 'an inventory of yesterday',
    incidents: ['A32', 'A47'],
    change: (tree) => {
      host(tree, 'k8s-api-auth').private_ip = '10.0.1.99';
    },
    code: 'inventory-agrees-with-terraform',
    path: 'host k8s-api-auth: private_ip',
  },
  {
    title: 'labels that have drifted apart',
    incidents: ['A44', 'B28', 'C10'],
    change: (tree) => {
      const { data } = tree.object('ConfigMap', 'argocd/label-nodes');
      data.nodes = data.nodes.replace('domain=auth,', 'domain=oauth,');
    },
    code: 'node-data-agrees',
    path: 'ConfigMap argocd/label-nodes: data.nodes',
  },
];
