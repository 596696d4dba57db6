import type { Workload } from '../../model/capacity/workloads/workload';
import type { Cluster } from '../../model/cluster';
import { applyObject } from '../api/apply';
import { crdsBroughtBy, installCrds } from '../crds/install';
import { crdSources } from '../crds/sources';
import { objectName } from '../desired/sync-order';
import type { SyncStep } from '../desired/sync-plan';
import { isBroughtBy } from '../stand-ins/due';
import { standIn } from '../stand-ins/stand-in';
import type { Stage } from './stage';

/** What stands before Argo CD's first sync: its namespace and definitions, and the pods that kubeadm and Ansible start. */
export async function bootstrap(
  stage: Stage,
  cluster: Cluster,
  standIns: readonly Workload[],
): Promise<void> {
  await stage.client.call('POST', '/api/v1/namespaces', { body: { metadata: { name: 'argocd' } } });
  for (const source of crdSources.filter(({ broughtBy }) => broughtBy === undefined))
    await installCrds(stage, cluster, source);
  await startAll(
    stage,
    standIns.filter(({ application }) => application === undefined),
  );
}

/** What an object that was just applied brings in with it: definitions and pods of a chart, pods of an operator. */
export async function bringIn(
  stage: Stage,
  cluster: Cluster,
  { object, origins }: SyncStep,
  standIns: readonly Workload[],
): Promise<void> {
  for (const source of crdsBroughtBy(origins)) await installCrds(stage, cluster, source);
  await startAll(
    stage,
    standIns.filter((workload) => isBroughtBy(workload, object)),
  );
}

async function startAll(stage: Stage, workloads: readonly Workload[]): Promise<void> {
  for (const workload of workloads) {
    const object = standIn(workload);
    const result = await applyObject(stage, object, () => undefined);
    if ('refused' in result)
      stage.disagree({
        during: 'apply',
        object: objectName(object),
        kubernetes: `refuses what stands in for it: ${result.refused}`,
        model: 'counts its pods',
      });
  }
}
