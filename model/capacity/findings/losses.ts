import type { ClusterPlacement } from '../placement/place-cluster';
import { lose, type Loss } from '../placement/loss';
import { fitError } from '../scheduling/fit-error';
import type { Unplaced } from '../scheduling/schedule';
import { placementRule } from './placement-rule';

const isShort = ({ refusals }: Unplaced): boolean =>
  [...refusals.values()]
    .flat()
    .some((reason) => reason.startsWith('Insufficient') || reason === 'Too many pods');

/** Pods that other nodes would take if they had room; the others are bound to their node by design. */
export const podsMoveWhenANodeIsLost = placementRule({
  code: 'pods-move-when-a-node-is-lost',
  // The other replicas go on: room for every loss at once is a choice, and its price is for people to weigh.
  severity: 'warning',
  rule: 'A pod that may run on several nodes finds room on another when its node is lost.',
  incidents: ['A38'],
  *check(placement) {
    for (const node of nodesWithMovablePods(placement)) {
      const { nodes, homeless, hasControlPlane } = lose(placement, [node]);
      const short = homeless.filter(isShort);
      const [first] = short;
      if (!first || !hasControlPlane) continue;
      yield {
        path: `nodes.${placement.cluster.nodes[nodes[0] ?? '']?.definedAs ?? ''}`,
        problem: `when ${nodes.join(', ')} is lost, ${names(short).join(', ')} finds no room: ${fitError(placement.nodes.length - nodes.length, first.refusals)}`,
        fix: 'Lower requests of what shares the remaining nodes, or choose a larger type for one of them.',
      };
    }
  },
});

/** A pod with one node only waits as long as that node is away, whatever room the others have. */
export const workloadsHaveSeveralNodes = placementRule({
  code: 'workloads-have-several-nodes',
  rule: 'Every workload may run on more than one node.',
  *check({ workloads, steady }) {
    const bound = workloads.filter(
      ({ workload, steady: own }) =>
        !workload.isDaemon &&
        !workload.isJob &&
        own[0] !== undefined &&
        steady.board.template(own[0]).candidates.length === 1,
    );
    if (!bound.length) return;
    const names = bound.map(({ workload }) => `${workload.namespace}/${workload.name}`).sort();
    yield {
      path: 'nodes',
      problem: `only one node takes ${names.join(', ')}`,
      fix: 'Give a service a second node that serves it (count, or another entry of nodes).',
    };
  },
});

/** One line for the whole cluster: a line a node would hide the rest. */
export const servicesOutliveANode = placementRule({
  code: 'services-outlive-a-node',
  rule: 'No workload depends on a single node.',
  *check(placement) {
    const stopped = lossOfEach(placement).filter(stopsSomething);
    if (!stopped.length) return;
    yield {
      path: 'nodes',
      problem: `the loss of one of ${String(stopped.length)} nodes stops what fits nowhere else: ${stopped.map((loss) => `${loss.nodes.join(', ')} (${stoppedText(placement, loss)})`).join('; ')}`,
      fix: 'Give a service a second node in another zone, or accept the loss; npm run place -- --lose NODE shows it.',
    };
  },
});

export const servicesOutliveAZone = placementRule({
  code: 'services-outlive-a-zone',
  rule: 'No workload depends on a single availability zone.',
  *check(placement) {
    const losses = Object.keys(placement.cluster.network.zones).flatMap((zone) => {
      const nodes = placement.nodes.filter((node) => node.zone === zone).map(({ name }) => name);
      const loss = lose(placement, nodes);
      return stopsSomething(loss) ? [{ zone, loss }] : [];
    });
    if (!losses.length) return;
    yield {
      path: 'network.zones',
      problem: `the loss of a zone stops ${losses.map(({ zone, loss }) => `in ${zone} ${stoppedText(placement, loss)}`).join('; ')}`,
      fix: 'Give a service a second node in another zone, or accept the loss; npm run place -- --lose-zone ZONE shows it.',
    };
  },
});

/** Nodes that hold a pod which another node might take; to lose any other is not worth the trial. */
function nodesWithMovablePods({ pods, steady }: ClusterPlacement): string[] {
  const holders = pods
    .filter((pod) => pod.onlyNode === undefined && steady.board.template(pod).candidates.length > 1)
    .flatMap(({ name }) => steady.assignments.get(name) ?? []);
  return [...new Set(holders)].sort();
}

const lossOfEach = (placement: ClusterPlacement): Loss[] =>
  placement.nodes.map(({ name }) => lose(placement, [name]));

const stopsSomething = ({ homeless, hasControlPlane }: Loss): boolean =>
  homeless.length > 0 || !hasControlPlane;

/** Without a control plane nothing moves, so what only it would have moved is not worth a name each. */
function stoppedText(placement: ClusterPlacement, { nodes, homeless, hasControlPlane }: Loss): string {
  const left = placement.nodes.length - nodes.length;
  const bound = homeless.filter(({ refusals }) => refusals.size === left);
  return [
    ...(hasControlPlane ? [] : ['the control plane']),
    ...names(hasControlPlane ? homeless : bound),
  ].join(', ');
}

/** Names of workloads, each once. */
function names(unplaced: readonly Unplaced[]): string[] {
  const short = unplaced.map(({ pod }) => pod.template.workload.replace(/^\S+ /, ''));
  return [...new Set(short)].sort();
}
