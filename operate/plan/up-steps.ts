import type { Cluster } from '../../model/cluster';
import { stackNames } from '../../model/stacks';
import { systemNamespaces } from '../../model/system-namespaces';
import { installCollections, playbook } from './ansible-steps';
import { usesSessionManager, type Connection } from './connection';
import { handOver } from './kubectl-steps';
import { handOffText, inventoryText, tunnelText } from './read-outputs';
import { stateSteps } from './state-steps';
import type { Step, WriteStep } from './step';
import { applyStack, copyStack, initStack } from './terraform-steps';
import { workFiles } from './work-files';

export interface UpOptions extends Connection {
  /** Whether the bucket and the lock table of the state are there. */
  readonly stateExists: boolean;
  /** Names of the Applications that must be Synced and Healthy in the end. */
  readonly applications: readonly string[];
}

/** Everything from an empty account to a cluster that Argo CD has filled, in order. Each step may be run again. */
export function upSteps(cluster: Cluster, options: UpOptions): Step[] {
  const stacks = stackNames(cluster).filter((stack) => stack !== 'state');
  return [
    ...(cluster.terraform.ownsState ? stateSteps(cluster, options.stateExists) : []),
    ...stacks.flatMap((stack) => [
      copyStack(cluster, stack),
      initStack(cluster, stack),
      ...applyStack(cluster, stack),
    ]),
    ...connectionFiles(cluster, options),
    fromOutputs(cluster, 'hand-off-file', "Write down Terraform's outputs", 'handOff', (texts) =>
      handOffText(systemNamespaces.argocd, texts),
    ),
    installCollections,
    playbook(cluster, options, 'site.yml', [], {
      id: 'ansible-site',
      title: 'Make a cluster of the machines',
      nextAction:
        'The recap in the log names the machine and the task; the message of a failed task says what to do. Every play can be run again.',
    }),
    playbook(cluster, options, 'playbooks/kubeconfig.yml', [], {
      id: 'kubeconfig',
      title: 'Fetch the kubeconfig',
      nextAction: 'Has kubeadm finished on the first control-plane node? Go on from ansible-site if not.',
    }),
    ...handOver(cluster, options, options.applications),
  ];
}

/** What Ansible and kubectl need to reach the machines: always those of the last apply (incident A32). */
export function connectionFiles(cluster: Cluster, connection: Connection): Step[] {
  return [
    fromOutputs(cluster, 'inventory', 'Write the inventory', 'inventory', (texts) =>
      inventoryText(cluster, connection, texts),
    ),
    ...(usesSessionManager(cluster)
      ? [
          fromOutputs(cluster, 'tunnel', 'Write down the way to the API server', 'tunnel', (texts) =>
            tunnelText(cluster, connection, texts),
          ),
        ]
      : []),
  ];
}

function fromOutputs(
  { name }: Cluster,
  id: string,
  title: string,
  file: 'inventory' | 'tunnel' | 'handOff',
  text: WriteStep['text'],
): WriteStep {
  const files = workFiles(name);
  return {
    kind: 'write',
    id,
    title,
    reads: [files.outputs('nodes'), files.outputs('edge')],
    writes: files[file],
    text,
    nextAction: 'The outputs are missing or old: go on from nodes-outputs.',
  };
}
