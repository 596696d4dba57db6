import type { Cluster } from '../../model/cluster';
import { usesSessionManager, type Connection } from './connection';
import type { CommandStep } from './step';
import { workFiles } from './work-files';

/** One playbook with the inventory of the last apply. */
export function playbook(
  cluster: Cluster,
  { privateKey }: Connection,
  file: string,
  variables: readonly string[],
  step: Pick<CommandStep, 'id' | 'title' | 'nextAction'>,
): CommandStep {
  return {
    kind: 'command',
    program: 'ansible-playbook',
    args: [
      '--inventory',
      `../${workFiles(cluster.name).inventory}`,
      '--private-key',
      privateKey,
      ...(usesSessionManager(cluster) ? ['--extra-vars', '@session-manager.yml'] : []),
      ...variables.flatMap((variable) => ['--extra-vars', variable]),
      file,
    ],
    env: { AWS_REGION: cluster.region },
    // Ansible finds ansible.cfg and the roles from here.
    cwd: 'ansible',
    ...step,
  };
}

/** The collections that the playbooks use. */
export const installCollections: CommandStep = {
  kind: 'command',
  id: 'ansible-collections',
  title: 'Install the collections of Ansible',
  program: 'ansible-galaxy',
  args: ['collection', 'install', '--requirements-file', 'requirements.yml'],
  cwd: 'ansible',
  nextAction:
    'galaxy.ansible.com is out of reach, or ansible-core is older than ansible/requirements.txt says.',
};
