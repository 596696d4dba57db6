import { performance } from 'node:perf_hooks';
import { forever } from './api/forever';
import { Resources } from './api/resources';
import type { ControlPlane } from './control-plane/control-plane';
import { rootApplication, syncPlan } from './desired/sync-plan';
import type { Disagreement } from './disagreement';
import { findingsOf } from './mutations/expectation';
import { mutations } from './mutations/mutations';
import { joinNodes } from './nodes/join';
import { Resync } from './nodes/resync';
import { provisionVolumes } from './nodes/volumes';
import { applyAgain, applyAll } from './phases/apply';
import { bootstrap, bringIn } from './phases/bring-in';
import { rehearseMistakes } from './phases/mistakes';
import { rehearseNodeLoss } from './phases/node-loss';
import { comparePlacement } from './phases/placement';
import { rehearseRollingUpdates } from './phases/rolling-update';
import type { Stage } from './phases/stage';
import { predictorOf } from './pods/predict';
import { disagreementText, type Report } from './report';
import type { Scenario } from './scenario';

/** Rehearses one cluster on an empty control plane. */
export async function rehearse(
  scenario: Scenario,
  { client }: Pick<ControlPlane, 'client'>,
  say: (line: string) => void,
): Promise<Report> {
  const { name, cluster } = scenario;
  const start = performance.now();
  const disagreements: Disagreement[] = [];
  const stage: Stage = {
    client,
    resources: new Resources(client),
    disagree: (disagreement) => {
      disagreements.push(disagreement);
      say(disagreementText(name, disagreement));
    },
  };
  const { gitVersion } = (await client.call('GET', '/version')) as { gitVersion: string };
  const zoneOfNode = (node: string) => cluster.nodes[node]?.zone.name;
  const resync = new Resync(client);
  const stops = [
    forever(() => provisionVolumes(client, zoneOfNode), 200),
    forever(() => resync.look(), 5000),
  ];
  try {
    const seen = await phases(scenario, stage, (line) => {
      say(`${name} ${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`);
    });
    const seconds = (performance.now() - start) / 1000;
    return { name, kubernetes: gitVersion, ...seen, disagreements, seconds };
  } finally {
    await Promise.all(stops.map((stop) => stop()));
  }
}

async function phases(
  { cluster, tree }: Scenario,
  stage: Stage,
  say: (line: string) => void,
): Promise<Omit<Report, 'name' | 'kubernetes' | 'disagreements' | 'seconds'>> {
  const nodes = Object.values(cluster.nodes);
  const predictor = predictorOf(cluster, tree);
  const steps = syncPlan(tree, rootApplication(tree));
  say(`${String(nodes.length)} nodes join`);
  await joinNodes(stage, nodes);
  await bootstrap(stage, cluster, predictor.standIns);
  say(`${String(steps.length)} objects are applied in the order of their waves`);
  await applyAll(stage, steps, (step) => bringIn(stage, cluster, step, predictor.standIns));
  const { pods, agrees } = await comparePlacement(stage, 'placement', predictor.predict());
  say('everything is applied again');
  await applyAgain(stage, steps);
  const placed = pods.filter(({ node }) => node !== undefined).length;
  const seen = { nodes: nodes.length, objects: steps.length, pods: placed };
  if (!agrees) {
    say('updates, losses and mistakes are left out: they would only repeat what differs already');
    return { ...seen, nodesLost: 0, rolled: 0, mistakes: [] };
  }
  say('every Deployment is rolled');
  const rolled = await rehearseRollingUpdates(stage);
  say('every node is lost and comes back');
  const nodesLost = await rehearseNodeLoss(stage, nodes, predictor);
  say('recorded mistakes are made again');
  const expectations = { findingsOf: findingsOf(cluster), prediction: predictor.predict() };
  const mistakes = await rehearseMistakes(stage, tree, mutations, expectations);
  return { ...seen, nodesLost, rolled, mistakes };
}
