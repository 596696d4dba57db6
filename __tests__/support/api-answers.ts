import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eco2 } from '../../clusters/eco2';
import { resolveCluster } from '../../model/resolve/resolve-cluster';

const argocd = join(__dirname, '../../dist/eco2/argocd');
const cluster = resolveCluster(eco2);

type Item = Record<string, unknown>;

/** Answers of the API server by path, in the shape in which it gives them. */
export type Answers = Record<string, unknown>;

const paths = {
  nodes: '/api/v1/nodes',
  pods: '/api/v1/pods',
  applications: '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
} as const;

function nodes(): Item[] {
  return Object.values(cluster.nodes).map(({ name, labels, taints }) => ({
    metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec: { taints },
    status: {
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
      nodeInfo: { kubeletVersion: `v${cluster.versions.kubernetes}` },
    },
  }));
}

function applications(broken: Readonly<Record<string, Item>>): Item[] {
  return readdirSync(argocd)
    .filter((file) => file.startsWith('application-'))
    .map((file) => {
      const object = parse(readFileSync(join(argocd, file), 'utf8')) as { metadata: { name: string } };
      const healthy = { sync: { status: 'Synced' }, health: { status: 'Healthy' }, resources: [] };
      return { ...object, status: broken[object.metadata.name] ?? healthy };
    });
}

function pod(namespace: string, name: string, image: string, container: Item, phase = 'Running'): Item {
  return {
    metadata: { namespace, name },
    spec: { containers: [{ name: 'main', image }] },
    status: {
      phase,
      conditions: [{ type: 'PodScheduled', status: 'True' }],
      containerStatuses: [{ name: 'main', image, imageID: '', restartCount: 0, ready: false, ...container }],
    },
  };
}

const running = (namespace: string, name: string, image: string) =>
  pod(namespace, name, image, { ready: true, state: { running: { startedAt: '2025-11-16T00:00:00Z' } } });

function list(kind: string, items: readonly Item[]) {
  return { kind: `${kind}List`, apiVersion: 'v1', metadata: { resourceVersion: '1' }, items };
}

/** A cluster in which everything runs. */
export function healthyAnswers(): Answers {
  return {
    [paths.nodes]: list('Node', nodes()),
    [paths.pods]: list('Pod', [
      running('auth', 'auth-api-1', 'ghcr.io/sesacthon/auth-api:v1.0.0'),
      running(
        'kube-system',
        'aws-load-balancer-controller-1',
        'public.ecr.aws/eks/aws-load-balancer-controller:v2.9.2',
      ),
    ]),
    [paths.applications]: list('Application', applications({})),
  };
}

/**
 * The morning of 2025-11-16: images that were never pushed, the load balancer controller shut off from the API server, and
 * RabbitMQ on an image that is no longer published.
 */
export function halfBrokenAnswers(): Answers {
  const refused =
    'Internal error occurred: failed calling webhook "mservice.elbv2.k8s.aws": failed to call webhook: Post "https://aws-load-balancer-webhook-service.kube-system.svc:443/mutate-v1-service?timeout=10s": dial tcp 10.104.23.7:443: connect: connection refused';
  const outOfSync = {
    sync: { status: 'OutOfSync' },
    health: { status: 'Missing' },
    operationState: { message: refused },
    resources: [],
  };
  const degraded = { sync: { status: 'Synced' }, health: { status: 'Degraded' }, resources: [] };
  const apis = ['auth', 'my', 'scan', 'character', 'location', 'info', 'chat'];
  const unsynced = ['monitoring', 'data-operators', 'data-clusters', 'gitops-tools', 'workers', 'platform'];
  const missing = (name: string) => {
    const image = `ghcr.io/sesacthon/${name}-api:v1.0.0`;
    return pod(
      name,
      `${name}-api-5d4f`,
      image,
      {
        state: {
          waiting: {
            reason: 'ImagePullBackOff',
            message: `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = failed to resolve reference "${image}": not found`,
          },
        },
      },
      'Pending',
    );
  };
  return {
    [paths.nodes]: list('Node', nodes()),
    [paths.pods]: list('Pod', [
      ...apis.map(missing),
      pod(
        'kube-system',
        'aws-load-balancer-controller-7c9',
        'public.ecr.aws/eks/aws-load-balancer-controller:v2.9.2',
        {
          restartCount: 41,
          state: {
            waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container' },
          },
          lastState: { terminated: { exitCode: 1, reason: 'Error' } },
        },
      ),
      pod(
        'messaging',
        'rabbitmq-server-0',
        'docker.io/bitnami/rabbitmq:3.13.7-debian-12-r5',
        {
          state: {
            waiting: {
              reason: 'ErrImagePull',
              message:
                'rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/bitnami/rabbitmq:3.13.7-debian-12-r5": not found',
            },
          },
        },
        'Pending',
      ),
      running('argocd', 'argocd-server-1', 'quay.io/argoproj/argocd:v2.14.21'),
    ]),
    '/api/v1/namespaces/kube-system/pods/aws-load-balancer-controller-7c9/log':
      '{"level":"error","msg":"unable to create controller","error":"Get \\"https://10.96.0.1:443/api\\": dial tcp 10.96.0.1:443: i/o timeout"}\n',
    [paths.applications]: list(
      'Application',
      applications({
        'alb-controller': degraded,
        ...Object.fromEntries(apis.map((name) => [`api-${name}`, degraded])),
        ...Object.fromEntries(unsynced.map((name) => [name, outOfSync])),
        'root-app': outOfSync,
      }),
    ),
  };
}
