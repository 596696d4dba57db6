import { execFile } from 'node:child_process';
import { connect } from 'node:tls';
import type { CommandContext } from '../command';
import type { Cluster } from '../../model/cluster';
import { systemNamespaces } from '../../model/system-namespaces';
import type { Observed, ObservedApplication, ObservedCertificate } from '../../operate/status/observed';
import { crashing } from '../../operate/status/problems';
import { UserError } from '../user-error';

type Client = typeof import('@kubernetes/client-node');

const answerSeconds = 20;

/** Reads a cluster through its API; with credentials, AWS's certificates as well. */
export async function observe(
  cluster: Cluster,
  kubeconfig: string | undefined,
  importModule: CommandContext['importModule'],
): Promise<Observed> {
  const client = (await importModule('@kubernetes/client-node')) as Client;
  const config = new client.KubeConfig();
  if (kubeconfig === undefined) config.loadFromDefault();
  else config.loadFromFile(kubeconfig);
  const server = config.getCurrentCluster()?.server ?? 'no server';
  const core = config.makeApiClient(client.CoreV1Api);
  const custom = config.makeApiClient(client.CustomObjectsApi);
  const argocd = {
    group: 'argoproj.io',
    version: 'v1alpha1',
    namespace: systemNamespaces.argocd,
    plural: 'applications',
  };
  const [nodes, pods, applications] = await inTime(
    server,
    Promise.all([
      core.listNode(),
      core.listPodForAllNamespaces(),
      custom.listNamespacedCustomObject(argocd) as Promise<{ items: ObservedApplication[] }>,
    ]),
  );
  const observed = { nodes: nodes.items, pods: pods.items, applications: applications.items } as Pick<
    Observed,
    'nodes' | 'pods' | 'applications'
  >;
  const logs = await Promise.all(
    crashing(observed).map(async ({ namespace, pod: name, container }) => {
      const query = { namespace, name, container, previous: true, tailLines: 20 };
      // A log that is gone already says nothing.
      const text = await core.readNamespacedPodLog(query).catch(() => '');
      return [`${namespace}/${name}/${container}`, text] as const;
    }),
  );
  return { ...observed, logs: Object.fromEntries(logs), certificates: await certificates(cluster, server) };
}

async function inTime<T>(server: string, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer in ${String(answerSeconds)} s`)),
      answerSeconds * 1000,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw new UserError(
      `${server} does not answer: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      'The report is read from the API server.',
      'Name another file with --kubeconfig; without an admin network keep a session open (docs/getting-started.md).',
    );
  } finally {
    clearTimeout(timer);
  }
}

async function certificates(cluster: Cluster, server: string): Promise<ObservedCertificate[]> {
  const [own, acm] = await Promise.all([apiServerCertificate(server), acmCertificates(cluster)]);
  return [...own, ...acm];
}

/** When the API server's own certificate ends. Nothing is sent, so nobody has to be believed. */
function apiServerCertificate(server: string): Promise<ObservedCertificate[]> {
  const { protocol, hostname, port } = new URL(server);
  if (protocol !== 'https:') return Promise.resolve([]);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      rejectUnauthorized: false,
      timeout: 5000,
    });
    const end = (found: ObservedCertificate[]) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('secureConnect', () => {
      const days = Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / 86_400_000);
      end([{ name: 'API server', status: 'ISSUED', daysLeft: days }]);
    });
    socket.once('error', () => end([]));
    socket.once('timeout', () => end([]));
  });
}

/** Certificates of the cluster's domain; none without credentials. */
function acmCertificates({ region, edge }: Cluster): Promise<ObservedCertificate[]> {
  const args = ['acm', 'list-certificates', '--region', region, '--output', 'json'];
  return new Promise((resolve) => {
    execFile('aws', args, { timeout: 20_000 }, (error, stdout) => {
      if (error) return resolve([]);
      const { CertificateSummaryList: list = [] } = JSON.parse(stdout) as {
        CertificateSummaryList?: { DomainName: string; Status?: string; NotAfter?: string }[];
      };
      resolve(
        list
          .filter(({ DomainName }) => DomainName === edge.domain || DomainName.endsWith(`.${edge.domain}`))
          .map(({ DomainName, Status = 'ISSUED', NotAfter }) => ({
            name: DomainName,
            status: Status,
            ...(NotAfter === undefined
              ? {}
              : { daysLeft: Math.floor((Date.parse(NotAfter) - Date.now()) / 86_400_000) }),
          })),
      );
    });
  });
}
