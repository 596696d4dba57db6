import type { Chart } from 'cdk8s';
import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { terraformOutputs } from '../../model/terraform-outputs';
import ansibleBootstrapScript from '../scripts/ansible-bootstrap.sh';
import { hookJob } from './hook-job';
import { permissions } from './permissions';
import { readOutputs } from './read-outputs';

const { argocd } = systemNamespaces;
const { configMap: outputs, keys } = terraformOutputs;
/** Secret with the key that the playbooks log in with; an operator creates it once. */
const sshKeySecret = 'node-ssh-key';

/** Adds the hook that runs the playbooks when they or the machines have changed. */
export function ansibleBootstrapHook(chart: Chart, cluster: Cluster): void {
  const name = 'ansible-bootstrap';
  const state = 'ansible-bootstrap-state';
  permissions(chart, {
    name,
    phase: 'PreSync',
    wave: -1,
    within: {
      [argocd]: [
        { ...readOutputs, names: [outputs, state] },
        { apiGroup: '', resource: 'configmaps', verbs: ['create'] },
        { apiGroup: '', resource: 'configmaps', verbs: ['patch'], names: [state] },
      ],
    },
  });
  hookJob(chart, cluster, {
    name,
    phase: 'PreSync',
    wave: -1,
    script: ansibleBootstrapScript,
    env: [
      { name: 'OUTPUTS', value: outputs },
      { name: 'INVENTORY_KEY', value: keys.inventory },
      { name: 'REPOSITORY', value: cluster.gitops.repository },
      { name: 'BRANCH', value: cluster.gitops.branch },
      // Each fork is a process of some 60 MiB; the playbooks' own number is for an operator's machine.
      { name: 'ANSIBLE_FORKS', value: '7' },
    ],
    volumes: [
      { name: 'work', emptyDir: { sizeLimit: '1Gi' } },
      { name: 'ssh-key', secret: { secretName: sshKeySecret, optional: true, defaultMode: 0o440 } },
    ],
    volumeMounts: [
      { name: 'work', mountPath: '/work' },
      { name: 'ssh-key', mountPath: '/ssh', readOnly: true },
    ],
    deadlineSeconds: 3600,
    onControlPlane: true,
    memory: { request: '192Mi', limit: '768Mi' },
  });
}
