import type { Cluster } from '../../model/cluster';
import { applyStack, copyStack, terraform } from './terraform-steps';
import type { Step } from './step';
import { workFiles } from './work-files';

/**
 * The stack that makes the bucket of its own state: first with its state on this machine, which then moves into the
 * bucket (docs/adr/0010-stacks-meet-in-names.md).
 */
export function stateSteps(cluster: Cluster, exists: boolean): Step[] {
  const [plan, review, apply, outputs] = applyStack(cluster, 'state');
  const applied = [plan, review, apply, outputs].filter((step) => step !== undefined);
  const toBucket = [
    backend(cluster, 'state-remote', 'Choose the bucket as its backend', {}),
    terraform(cluster, 'state', ['init', '-input=false', '-migrate-state', '-force-copy'], {
      id: 'state-migrate',
      title: 'Move its state into the bucket',
      resumeAt: 'state-remote',
      nextAction: `Until it succeeds the only copy of that state is in ${workFiles(cluster.name).stack('state')}: keep the folder.`,
    }),
  ];
  if (exists) return [copyStack(cluster, 'state'), ...toBucket, ...applied];
  return [
    copyStack(cluster, 'state'),
    backend(cluster, 'state-local', 'Keep its state on this machine at first', { backend: { local: {} } }),
    terraform(cluster, 'state', ['init', '-input=false', '-reconfigure'], {
      id: 'state-init',
      title: 'Initialize the stack state',
      nextAction: 'Look at the log: mostly the registry of providers is out of reach.',
    }),
    ...applied,
    ...toBucket,
  ];
}

function backend({ name }: Cluster, id: string, title: string, settings: object): Step {
  return {
    kind: 'write',
    id,
    title,
    reads: [],
    writes: `${workFiles(name).stack('state')}/backend_override.tf.json`,
    text: () => `${JSON.stringify({ terraform: settings })}\n`,
    nextAction: 'Make the folder writable.',
  };
}
