import semver from 'semver';
import type { Cluster } from '../../model/cluster';
import type { Finding } from '../../model/finding';
import { usesSessionManager } from '../plan/connection';
import { complaint, preflightFinding, type Check, type Ended } from './check';

interface Tool {
  readonly program: string;
  readonly args: readonly string[];
  /** Range of versions; none where every one will do. */
  readonly range?: string;
  readonly install: string;
}

/** Whether the programs that the steps run are here, in versions that fit. */
export function toolChecks(cluster: Cluster): Check[] {
  const { major, minor } = semver.coerce(cluster.versions.kubernetes) ?? { major: 1, minor: 0 };
  const tools: Tool[] = [
    {
      program: 'terraform',
      args: ['version', '-json'],
      // The range that the committed stacks require.
      range: '>=1.9.0 <2.0.0',
      install: 'https://developer.hashicorp.com/terraform/install',
    },
    {
      program: 'ansible-playbook',
      args: ['--version'],
      range: '>=2.17.0',
      install: 'pip install -r ansible/requirements.txt',
    },
    { program: 'ansible-galaxy', args: ['--version'], install: 'pip install -r ansible/requirements.txt' },
    {
      program: 'kubectl',
      args: ['version', '--client', '--output', 'json'],
      // kubectl is supported one minor version off the API server; newer ones work for what is asked of it here.
      range: `>=${String(major)}.${String(minor - 1)}.0`,
      install: 'https://kubernetes.io/docs/tasks/tools/',
    },
    { program: 'aws', args: ['--version'], range: '>=2.0.0', install: 'https://aws.amazon.com/cli/' },
    ...(usesSessionManager(cluster)
      ? [
          {
            program: 'session-manager-plugin',
            args: ['--version'],
            install:
              'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html',
          },
        ]
      : []),
  ];
  return tools.map((tool) => ({
    title: tool.program,
    program: tool.program,
    args: tool.args,
    judge: (ended) => judgeTool(tool, ended),
  }));
}

function judgeTool({ program, range, install }: Tool, ended: Ended): Finding[] {
  const rule = `The steps run ${program}${range === undefined ? '' : ` ${range}`}.`;
  const fix = `Install it: ${install}`;
  if (ended.missing || ended.status !== 0)
    return [preflightFinding('tools-are-here', program, complaint(ended), rule, fix)];
  const version = semver.coerce(/\d+\.\d+(\.\d+)?/.exec(ended.stdout)?.[0] ?? ended.stdout)?.version;
  if (range === undefined || (version !== undefined && semver.satisfies(version, range))) return [];
  return [preflightFinding('tools-are-here', program, `is ${version ?? 'of an unknown version'}`, rule, fix)];
}
