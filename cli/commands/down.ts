import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downSteps } from '../../operate/down/down-steps';
import { lossFindings, losses, losesEdge } from '../../operate/down/losses';
import type { StackJson } from '../../operate/down/release-protection';
import { credentialsCheck } from '../../operate/preflight/account-checks';
import { toolChecks } from '../../operate/preflight/tool-checks';
import type { AddCommand } from '../command';
import {
  addOperateOptions,
  againOptions,
  chosenCluster,
  connectionOf,
  type OperateOptions,
} from '../run/chosen-cluster';
import { runChecks } from '../run/run-checks';

interface DownOptions extends OperateOptions {
  readonly lose?: readonly string[];
}

/** `npm run down`: takes a cluster away without leaving anything in the account that costs money. */
export const add: AddCommand = (program, { root, exit }) => {
  addOperateOptions(
    program.command('down').description('destroy a cluster: what Kubernetes made, then Terraform'),
  )
    .option('--lose <name...>', 'data that may be lost, each by its name')
    .action(async (options: DownOptions) => {
      exit(await down(root, options));
    });
};

async function down(root: string, options: DownOptions): Promise<number> {
  const cluster = await chosenCluster(root, options.cluster);
  if (!cluster) return 1;
  const named = options.lose ?? [];
  const stack = (name: string) =>
    JSON.parse(
      readFileSync(join(root, 'dist', cluster.name, 'terraform', name, 'cdk.tf.json'), 'utf8'),
    ) as StackJson;
  const findings = lossFindings(cluster, named);
  const withEdge = losesEdge(cluster, named);
  const { operate } = await import('../run/operate');
  return operate({
    root,
    verb: 'down',
    cluster: cluster.name,
    steps: downSteps(cluster, {
      ...connectionOf(options),
      losesEdge: withEdge,
      stacks: { edge: stack('edge'), nodes: stack('nodes'), network: stack('network') },
    }),
    // Without the consent to lose data nothing is even asked.
    findings: findings.length
      ? findings
      : await runChecks([...toolChecks(cluster), credentialsCheck()], root),
    notice: withEdge
      ? `${cluster.name}: everything goes but Terraform's state.\n`
      : `${cluster.name}: machines and network go; ${losses(cluster).edge.join(', ')} stay.\n`,
    from: options.from,
    to: options.to,
    yes: options.yes === true,
    options: [...againOptions(options), '--lose', ...named],
  });
}
