import type { User } from './identity';

/** Files and ports of one control plane. */
export interface Layout {
  readonly folder: string;
  readonly etcd: { readonly client: number; readonly peer: number };
  readonly apiServer: number;
  readonly controllerManager: number;
  readonly scheduler: number;
  readonly serviceCidr: string;
  readonly podCidr: string;
}

/** A program and the arguments that it is started with. */
export interface ProgramCommand {
  readonly program: Program;
  readonly arguments: readonly string[];
}

export const programs = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
] as const;
export type Program = (typeof programs)[number];

/** Folder in which the server puts the certificate that it makes for itself. */
export const certificates = (folder: string): string => `${folder}/certificates`;
export const kubeconfigOf = (folder: string, user: User): string => `${folder}/${user}.kubeconfig`;

export function etcdCommand({ folder, etcd }: Layout): ProgramCommand {
  const client = `http://127.0.0.1:${String(etcd.client)}`;
  const peer = `http://127.0.0.1:${String(etcd.peer)}`;
  return {
    program: 'etcd',
    arguments: [
      `--data-dir=${folder}/etcd`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      // The data is thrown away with the command, so it need not survive a power cut.
      '--unsafe-no-fsync',
      '--log-level=error',
    ],
  };
}

/** Admission is the server's own default set: Pod Security, quotas, limit ranges, priorities and storage classes. */
export function apiServerCommand({ folder, etcd, apiServer, serviceCidr }: Layout): ProgramCommand {
  return {
    program: 'kube-apiserver',
    arguments: [
      `--etcd-servers=http://127.0.0.1:${String(etcd.client)}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      // Endpoints may not hold a loopback address, and nothing here looks the API server up by its Service.
      '--endpoint-reconciler-type=none',
      `--secure-port=${String(apiServer)}`,
      `--cert-dir=${certificates(folder)}`,
      `--token-auth-file=${folder}/tokens.csv`,
      '--authorization-mode=Node,RBAC',
      '--enable-admission-plugins=NodeRestriction',
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-signing-key-file=${folder}/service-account.key`,
      `--service-account-key-file=${folder}/service-account.key`,
      `--service-cluster-ip-range=${serviceCidr}`,
      '--allow-privileged=true',
    ],
  };
}

/**
 * Rate limits are raised: they protect a busy production server, and here they would only be waited for. A node is lost when the
 * rehearsal takes it away, and not when a busy machine is late with its heartbeat: the controller would mark its pods as not
 * ready, and KWOK, unlike a kubelet, would never mark them ready again.
 */
export function controllerManagerCommand(layout: Layout): ProgramCommand {
  const { folder, controllerManager, podCidr } = layout;
  const config = kubeconfigOf(folder, 'controller-manager');
  return {
    program: 'kube-controller-manager',
    arguments: [
      ...componentArguments(config, controllerManager),
      `--cluster-cidr=${podCidr}`,
      '--controllers=*,-csrsigning,-csrapproving,-csrcleaner,-nodeipam,-attachdetach',
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${folder}/service-account.key`,
      `--root-ca-file=${certificates(folder)}/apiserver.crt`,
      '--node-monitor-grace-period=1h',
      '--kube-api-qps=500',
      '--kube-api-burst=1000',
    ],
  };
}

export function schedulerCommand(layout: Layout): ProgramCommand {
  const { folder, scheduler } = layout;
  return {
    program: 'kube-scheduler',
    arguments: [
      `--config=${folder}/scheduler.json`,
      ...componentArguments(kubeconfigOf(folder, 'scheduler'), scheduler).filter(
        // The configuration file names the kubeconfig and switches leader election off.
        (argument) => !/^--(kubeconfig|leader-elect)=/.test(argument),
      ),
    ],
  };
}

/** The default profile; only the wait before a refused pod is tried again is shortened. */
export function schedulerConfiguration(folder: string): string {
  return JSON.stringify({
    apiVersion: 'kubescheduler.config.k8s.io/v1',
    kind: 'KubeSchedulerConfiguration',
    clientConnection: { kubeconfig: kubeconfigOf(folder, 'scheduler'), qps: 500, burst: 1000 },
    leaderElection: { leaderElect: false },
    podInitialBackoffSeconds: 1,
    podMaxBackoffSeconds: 1,
  });
}

export function kwokCommand(kubeconfigFile: string): ProgramCommand {
  return { program: 'kwok', arguments: [`--kubeconfig=${kubeconfigFile}`, '--manage-all-nodes=true'] };
}

function componentArguments(kubeconfigFile: string, port: number): readonly string[] {
  return [
    `--kubeconfig=${kubeconfigFile}`,
    `--authentication-kubeconfig=${kubeconfigFile}`,
    `--authorization-kubeconfig=${kubeconfigFile}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${String(port)}`,
    '--leader-elect=false',
  ];
}
