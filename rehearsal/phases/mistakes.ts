import type { KubernetesObject } from '../../model/kubernetes-object';
import { applyObject } from '../api/apply';
import { poll } from '../api/poll';
import { objectName } from '../desired/sync-order';
import type { ObjectTree } from '../desired/tree';
import type { Disagreement } from '../disagreement';
import { mutated, type Mutation } from '../mutations/mutation';
import type { FindingsOf } from '../mutations/expectation';
import { creationRefusals } from '../pods/creation-refusals';
import { livePods } from '../pods/live-pods';
import type { Prediction } from '../pods/prediction';
import { liveWorkloads } from '../pods/settled';
import { comparePlacement } from './placement';
import type { Stage } from './stage';

/** A mistake that was made, with what Kubernetes did about it and what the checks say. */
export interface RehearsedMistake {
  readonly incident?: string;
  readonly object: string;
  readonly mistake: string;
  readonly kubernetes: string;
  readonly findings: readonly string[];
}

/**
 * Makes recorded mistakes in the running platform, one at a time, and takes each back. Kubernetes must stop it, and a
 * check must have found it before.
 */
export async function rehearseMistakes(
  stage: Stage,
  tree: ObjectTree,
  mutations: readonly Mutation[],
  { findingsOf, prediction }: { readonly findingsOf: FindingsOf; readonly prediction: Prediction },
): Promise<readonly RehearsedMistake[]> {
  const made: RehearsedMistake[] = [];
  for (const mutation of mutations) {
    const [path, healthy] = [...tree].find(([, object]) => mutation.appliesTo(object)) ?? [];
    if (path === undefined || !healthy) throw new Error(`nothing to make a mistake in: ${mutation.mistake}`);
    const broken = mutated(mutation, healthy);
    // Made from nothing and not by an update: pods of the healthy object would still be there, and a mistake can be such
    // that an update never finds back.
    const isMadeAnew = mutation.outcome !== 'refused';
    if (isMadeAnew) await removeWorkload(stage, healthy);
    const answer = await answerTo(stage, broken, mutation.outcome, mutation.says(healthy));
    if (isMadeAnew) await removeWorkload(stage, healthy);
    await applyObject(stage, healthy, () => undefined);
    await comparePlacement(stage, `the way back from: ${mutation.mistake}`, prediction);
    const { incident, mistake } = mutation;
    const one: RehearsedMistake = {
      ...(incident === undefined ? {} : { incident }),
      object: objectName(healthy),
      mistake,
      kubernetes: answer ?? 'lets it run',
      findings: findingsOf(path, broken),
    };
    if (answer === undefined || !one.findings.length) stage.disagree(disagreement(one));
    made.push(one);
  }
  return made;
}

async function removeWorkload(stage: Stage, object: KubernetesObject): Promise<void> {
  const path = (await stage.resources.pathOf(object)) ?? '';
  await stage.client.call('DELETE', path, { query: { propagationPolicy: 'Foreground' } });
  const isGone = await poll(
    () =>
      stage.client.call('GET', path).then(
        () => undefined,
        () => true,
      ),
    { timeoutSeconds: 60 },
  );
  if (!isGone) throw new Error(`${objectName(object)} is still there 60 seconds after it was deleted`);
}

function disagreement({ incident, object, mistake, kubernetes, findings }: RehearsedMistake): Disagreement {
  return {
    during: incident === undefined ? 'a mistake' : `a mistake (${incident})`,
    object: `${object}: ${mistake}`,
    kubernetes,
    model: findings.length ? `finds ${findings.join(', ')}` : 'finds nothing wrong',
  };
}

/** The reason that Kubernetes gives against a broken object; undefined when it lets it run or says something else. */
async function answerTo(
  stage: Stage,
  broken: KubernetesObject,
  outcome: Mutation['outcome'],
  says: string,
): Promise<string | undefined> {
  const result = await applyObject(stage, broken, () => undefined);
  const saysSo = (text = '') => text.split(', ').find((reason) => reason.includes(says));
  if ('refused' in result) return outcome === 'refused' ? saysSo(result.refused) : undefined;
  if (outcome === 'refused') return undefined;
  const name = objectName(broken);
  return poll(
    async () =>
      saysSo(outcome === 'pending' ? await schedulerSays(stage, name) : await admissionSays(stage, name)),
    { timeoutSeconds: 30 },
  );
}

async function schedulerSays(stage: Stage, name: string): Promise<string | undefined> {
  const pods = await livePods(stage);
  return pods.find(({ workload, node }) => workload === name && node === undefined)?.refusal;
}

async function admissionSays(stage: Stage, name: string): Promise<string | undefined> {
  const [workloads, pods] = await Promise.all([liveWorkloads(stage), livePods(stage)]);
  return (await creationRefusals(stage, workloads, pods)).get(name);
}
