import { poll } from '../api/poll';
import { creationRefusals } from '../pods/creation-refusals';
import { livePods } from '../pods/live-pods';
import { liveWorkloads, type Workload } from '../pods/settled';
import type { Stage } from './stage';

/** Rolls every Deployment that Kubernetes keeps, one after another, and expects each to finish. */
export async function rehearseRollingUpdates(stage: Stage, timeoutSeconds = 60): Promise<number> {
  const deployments = (await liveWorkloads(stage)).filter(({ kind }) => kind === 'Deployment');
  for (const deployment of deployments) await roll(stage, deployment, timeoutSeconds);
  return deployments.length;
}

async function roll(stage: Stage, { metadata }: Workload, timeoutSeconds: number): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${metadata.namespace}/deployments/${metadata.name}`;
  await stage.client.call('PATCH', path, {
    body: { spec: { template: { metadata: { annotations: { rehearsal: 'rolled' } } } } },
    contentType: 'application/merge-patch+json',
  });
  const finished = await poll(
    async () => isRolledOut((await stage.client.call('GET', path)) as Workload) || undefined,
    { timeoutSeconds },
  );
  if (finished) return;
  const object = `Deployment ${metadata.namespace}/${metadata.name}`;
  stage.disagree({
    during: 'rolling update',
    object,
    kubernetes: `does not finish: ${await explanation(stage, object)}`,
    model: 'has room for a rolling update',
  });
}

async function explanation(stage: Stage, deployment: string): Promise<string> {
  const [workloads, pods] = await Promise.all([liveWorkloads(stage), livePods(stage)]);
  const own = pods.filter(({ workload }) => workload === deployment);
  const states = await Promise.all(own.map(({ name }) => podState(stage, name)));
  return (
    (await creationRefusals(stage, workloads, pods)).get(deployment) ??
    own.find(({ node }) => node === undefined)?.refusal ??
    states.join(', ')
  );
}

/** `auth-api-… on k8s-api-auth is Pending, Ready=False`: every pod has a node, and one of them does not get ready there. */
async function podState({ client }: Stage, name: string): Promise<string> {
  const [namespace, pod] = name.split('/');
  const { spec, status } = (await client.call(
    'GET',
    `/api/v1/namespaces/${String(namespace)}/pods/${String(pod)}`,
  )) as {
    spec: { nodeName?: string };
    status: { phase: string; conditions?: { type: string; status: string }[] };
  };
  const ready = status.conditions?.find(({ type }) => type === 'Ready')?.status ?? 'unset';
  return `${String(pod)} on ${String(spec.nodeName)} is ${status.phase}, Ready=${ready}`;
}

function isRolledOut({ metadata, spec, status }: Workload): boolean {
  const wanted = spec.replicas ?? 1;
  return (
    status.observedGeneration === metadata.generation &&
    status.updatedReplicas === wanted &&
    status.replicas === wanted &&
    status.availableReplicas === wanted
  );
}
