import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../model/facts';
import { upSteps } from '../../operate/plan/up-steps';
import { accountChecks, stateChecks } from '../../operate/preflight/account-checks';
import { toolChecks } from '../../operate/preflight/tool-checks';
import type { AddCommand } from '../command';
import {
  addOperateOptions,
  againOptions,
  chosenCluster,
  committedApplications,
  connectionOf,
  type OperateOptions,
} from '../run/chosen-cluster';
import { holds, runChecks } from '../run/run-checks';

/** `npm run up`: from an empty account to a cluster that Argo CD has filled. */
export const add: AddCommand = (program, { root, exit }) => {
  addOperateOptions(
    program.command('up').description('bring a cluster up: Terraform, Ansible, Argo CD'),
  ).action(async (options: OperateOptions) => {
    exit(await up(root, options));
  });
};

async function up(root: string, options: OperateOptions): Promise<number> {
  const cluster = await chosenCluster(root, options.cluster);
  if (!cluster) return 1;
  const connection = connectionOf(options);
  const state = stateChecks(cluster);
  const findings = await runChecks(
    [...toolChecks(cluster), ...accountChecks(cluster, connection.privateKey), ...state],
    root,
  );
  const [bucket, table] = await Promise.all(state.map((check) => holds(check, root)));
  const { operate } = await import('../run/operate');
  return operate({
    root,
    verb: 'up',
    cluster: cluster.name,
    steps: upSteps(cluster, {
      ...connection,
      stateExists: bucket === true && table === true,
      applications: committedApplications(root, cluster.name),
    }),
    findings,
    notice: notice(root, cluster.name),
    from: options.from,
    to: options.to,
    yes: options.yes === true,
    options: againOptions(options),
  });
}

function notice(root: string, cluster: string): string {
  const facts = JSON.parse(readFileSync(join(root, 'dist', cluster, 'facts.json'), 'utf8')) as Facts;
  const { nodes, vcpu } = facts.totals;
  const money = facts.usdPerMonth === null ? '' : `, about ${facts.usdPerMonth.total.toFixed(0)} USD a month`;
  return `${cluster}: ${String(nodes)} nodes with ${String(vcpu)} vCPU${money}.\n`;
}
