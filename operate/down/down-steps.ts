import type { Cluster } from '../../model/cluster';
import type { StackName } from '../../model/stacks';
import { installCollections, playbook } from '../plan/ansible-steps';
import type { Connection } from '../plan/connection';
import type { Step } from '../plan/step';
import { copyStack, initStack, terraform } from '../plan/terraform-steps';
import { connectionFiles } from '../plan/up-steps';
import { workFiles } from '../plan/work-files';
import { releaseProtection, reviewRelease, type StackJson } from './release-protection';

export interface DownOptions extends Connection {
  /** Whether backups, images and zone go as well. */
  readonly losesEdge: boolean;
  readonly stacks: Readonly<Record<Exclude<StackName, 'state'>, StackJson>>;
}

/**
 * What Kubernetes made in AWS first, then Terraform's stacks in reverse. The state itself stays: it costs cents, and other
 * clusters share it.
 */
export function downSteps(cluster: Cluster, options: DownOptions): Step[] {
  const { name } = cluster;
  const doomed = [...(options.losesEdge ? ['edge' as const] : []), 'nodes' as const, 'network' as const];
  return [
    ...(['nodes', 'edge'] as const).flatMap((stack) => [
      copyStack(cluster, stack),
      initStack(cluster, stack),
      terraform(cluster, stack, ['output', '-json'], {
        id: `${stack}-outputs`,
        title: `Read the outputs of ${stack}`,
        keep: workFiles(name).outputs(stack),
        nextAction: `The state of ${stack} is out of reach. Without machines go on from ${doomed[0] ?? 'nodes'}-copy-destroy.`,
      }),
    ]),
    ...connectionFiles(cluster, options),
    installCollections,
    playbook(cluster, options, 'playbooks/etcd-backup.yml', ['fetch_to={{ inventory_dir }}/etcd'], {
      id: 'last-snapshot',
      title: 'Keep a last snapshot of etcd on this machine',
      nextAction: 'If the control plane is lost already, go on from destroy-prepare.',
    }),
    playbook(cluster, options, 'playbooks/destroy-prepare.yml', [`confirm=${name}`], {
      id: 'destroy-prepare',
      title: 'Remove load balancers, records and volumes that Kubernetes made',
      nextAction: `If the control plane is lost, remove them by hand first (tag elbv2.k8s.aws/cluster=${name}, volumes of the EBS CSI driver), then go on from ${doomed[0] ?? 'nodes'}-copy-destroy.`,
    }),
    ...doomed.flatMap((stack) => destroyStack(cluster, stack, options.stacks[stack])),
  ];
}

function destroyStack(cluster: Cluster, stack: Exclude<StackName, 'state'>, json: StackJson): Step[] {
  const files = workFiles(cluster.name);
  const { override, targets } = releaseProtection(json);
  const hint =
    'Run it again: what is gone is gone from the state. A network interface that is still in use belongs to a load balancer that Kubernetes made (incident A15).';
  return [
    { ...copyStack(cluster, stack), id: `${stack}-copy-destroy` },
    {
      kind: 'write',
      id: `${stack}-free`,
      title: `Give free what ${stack} protects`,
      reads: [],
      writes: `${files.stack(stack)}/release_override.tf.json`,
      text: () => `${JSON.stringify(override, undefined, 2)}\n`,
      nextAction: 'Make the folder writable.',
    },
    { ...initStack(cluster, stack), id: `${stack}-init-destroy` },
    ...(targets.length ? release(cluster, stack, targets) : []),
    terraform(cluster, stack, ['destroy', '-input=false', '-auto-approve', '-lock-timeout=5m'], {
      id: `${stack}-destroy`,
      title: `Destroy the stack ${stack}`,
      nextAction: hint,
    }),
  ];
}

/** AWS refuses to end protected machines and to delete buckets with contents until that is applied. */
function release(cluster: Cluster, stack: StackName, targets: readonly string[]): Step[] {
  const { planFile } = workFiles(cluster.name);
  const next = `Where they are gone already, go on from ${stack}-destroy.`;
  const only = targets.map((target) => `-target=${target}`);
  return [
    terraform(cluster, stack, ['plan', '-input=false', '-lock-timeout=5m', ...only, `-out=${planFile}`], {
      id: `${stack}-free-plan`,
      title: `Plan to switch protection off in ${stack}`,
      nextAction: next,
    }),
    terraform(cluster, stack, ['show', '-json', planFile], {
      id: `${stack}-free-review`,
      title: 'Make sure that nothing is made again',
      judge: reviewRelease,
      resumeAt: `${stack}-free-plan`,
      nextAction: next,
    }),
    terraform(cluster, stack, ['apply', '-input=false', '-lock-timeout=5m', planFile], {
      id: `${stack}-free-apply`,
      title: `Switch protection off in ${stack}`,
      resumeAt: `${stack}-free-plan`,
      nextAction: next,
    }),
  ];
}
