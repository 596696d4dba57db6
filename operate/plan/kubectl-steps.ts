import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import { applicationsVerdict } from './applications-verdict';
import { usesSessionManager, type Connection } from './connection';
import type { CommandStep, Invocation } from './step';
import { workFiles } from './work-files';

const { argocd } = systemNamespaces;

/** Hands the cluster over to Argo CD and waits until it has made everything. */
export function handOver(
  cluster: Cluster,
  { privateKey }: Connection,
  applications: readonly string[],
): CommandStep[] {
  const { name } = cluster;
  const { handOff } = workFiles(name);
  const rootApp = ['appproject-bootstrap.yaml', 'application-root-app.yaml'].flatMap((file) => [
    '--filename',
    `dist/${name}/argocd/${file}`,
  ]);
  const secret = ['secret', 'node-ssh-key', '--namespace', argocd] as const;
  const apply = (manager: string) => [
    'apply',
    '--server-side',
    '--force-conflicts',
    '--field-manager',
    manager,
  ];
  const unreachable =
    'The API server is out of reach: is the session open, and does the machine run? aws ssm start-session shows.';
  return [
    kubectl(cluster, [...apply('operate-up'), '--filename', handOff], {
      id: 'hand-off',
      title: "Hand Terraform's outputs to the cluster",
      nextAction: unreachable,
    }),
    kubectl(cluster, ['delete', ...secret, '--ignore-not-found'], {
      id: 'ssh-key-remove',
      title: 'Remove an older key of the machines',
      nextAction: unreachable,
    }),
    kubectl(
      cluster,
      ['create', 'secret', 'generic', ...secret.slice(1), `--from-file=id_ed25519=${privateKey}`],
      {
        id: 'ssh-key',
        title: 'Give the bootstrap hook the key of the machines',
        resumeAt: 'ssh-key-remove',
        nextAction: `Is ${privateKey} readable?`,
      },
    ),
    kubectl(cluster, [...apply('argocd-controller'), ...rootApp], {
      id: 'root-app',
      title: 'Apply the root Application',
      nextAction: 'Has Argo CD its own kinds? Go on from ansible-site if not.',
    }),
    kubectl(cluster, ['get', 'applications.argoproj.io', '--namespace', argocd, '--output', 'json'], {
      id: 'wait',
      title: 'Wait until every Application is Synced and Healthy',
      judge: (output) => applicationsVerdict(applications, output),
      retry: { attempts: 240, pauseSeconds: 15 },
      nextAction: `npm run status -- --cluster ${name} says which object holds up which wave, and why. Mend the earliest first.`,
    }),
  ];
}

function kubectl(
  cluster: Cluster,
  args: readonly string[],
  step: Pick<CommandStep, 'id' | 'title' | 'nextAction'> &
    Partial<Pick<CommandStep, 'judge' | 'retry' | 'resumeAt'>>,
): CommandStep {
  return {
    kind: 'command',
    program: 'kubectl',
    args: ['--kubeconfig', workFiles(cluster.name).kubeconfig, ...args],
    cwd: '.',
    ...(usesSessionManager(cluster) ? { beside: tunnel(cluster) } : {}),
    // A tunnel needs seconds before it answers, and an API server that has just started does, too.
    retry: { attempts: 12, pauseSeconds: 5 },
    ...step,
  };
}

/** A port of this machine that leads to the API server, as long as it runs. */
export function tunnel({ name, region }: Cluster): Invocation {
  return {
    program: 'aws',
    args: [
      'ssm',
      'start-session',
      '--region',
      region,
      '--cli-input-json',
      `file://${workFiles(name).tunnel}`,
    ],
    cwd: '.',
  };
}
