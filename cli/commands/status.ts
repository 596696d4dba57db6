import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { usesSessionManager } from '../../operate/plan/connection';
import { tunnel } from '../../operate/plan/kubectl-steps';
import { workFiles } from '../../operate/plan/work-files';
import type { CommittedApplication } from '../../operate/status/drift';
import { isHealthy, report } from '../../operate/status/report';
import type { AddCommand, CommandContext } from '../command';
import { Child } from '../run/child';
import { chosenCluster, committedApplications } from '../run/chosen-cluster';
import { observe } from '../run/observe';
import { reportMarkdown, reportText } from '../text/report';

interface StatusOptions {
  readonly cluster: string;
  readonly kubeconfig?: string;
  readonly json?: true;
  readonly markdown?: true;
}

/** `npm run status`: what runs, what does not, why, and what to do. */
export const add: AddCommand = (program, context) => {
  program
    .command('status')
    .description('report what runs in a cluster, what does not, and what to do')
    .requiredOption('--cluster <name>', 'which cluster')
    .option('--kubeconfig <file>', 'how to reach it (default: what npm run up fetched, else KUBECONFIG)')
    .option('--json', 'print plain data')
    .option('--markdown', 'print Markdown')
    .action(async (options: StatusOptions) => {
      context.exit(await status(context, options));
    });
};

async function status({ root, importModule }: CommandContext, options: StatusOptions): Promise<number> {
  const cluster = await chosenCluster(root, options.cluster);
  if (!cluster) return 1;
  const files = workFiles(cluster.name);
  const fetched = join(root, files.kubeconfig);
  const own = options.kubeconfig === undefined && existsSync(fetched);
  const session =
    own && usesSessionManager(cluster) && existsSync(join(root, files.tunnel))
      ? new Child(root, tunnel(cluster), join(root, files.folder, 'tunnel.log'), false)
      : undefined;
  try {
    // A session answers a moment after it was started.
    if (session) await new Promise((resolve) => setTimeout(resolve, 3000));
    const observed = await observe(cluster, own ? fetched : options.kubeconfig, importModule);
    const made = report(cluster, committed(root, cluster.name), observed);
    const text = options.json
      ? `${JSON.stringify(made, undefined, 2)}\n`
      : options.markdown
        ? reportMarkdown(made)
        : reportText(made);
    process.stdout.write(text);
    return isHealthy(made) ? 0 : 1;
  } finally {
    await session?.end();
  }
}

function committed(root: string, cluster: string): CommittedApplication[] {
  return committedApplications(root, cluster).map(
    (name) =>
      parse(
        readFileSync(join(root, 'dist', cluster, 'argocd', `application-${name}.yaml`), 'utf8'),
      ) as CommittedApplication,
  );
}
