import { Board } from '../../model/capacity/scheduling/board';
import { refusals } from '../../model/capacity/scheduling/candidates';
import type { NamespaceLabels } from '../../model/capacity/scheduling/pod-selection';
import type { SchedulerNode } from '../../model/capacity/scheduling/node';
import { testPod, type PodProps } from './scheduling';

/** One pod, the nodes and what runs on them already, and which nodes refuse it. */
export interface FilterCase {
  readonly title: string;
  readonly nodes: readonly SchedulerNode[];
  /** Pods that run already, by node. */
  readonly running?: Readonly<Record<string, readonly PodProps[]>>;
  readonly pod: PodProps;
  readonly namespaces?: NamespaceLabels;
  /** Reasons by node that refuses the pod; a node that is not named takes it. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
}

/** What the filters say of a case. */
export function refusedBy({ nodes, running = {}, pod, namespaces }: FilterCase): Record<string, string[]> {
  const wanted = testPod('wanted', pod);
  const present = Object.entries(running).flatMap(([node, all]) =>
    all.map((props, index) => ({ node, own: testPod(`${node}-${String(index)}`, props) })),
  );
  const templates = [wanted, ...present.map(({ own }) => own)].map(({ template }) => template);
  const board = new Board(nodes, templates, namespaces);
  for (const { node, own } of present) {
    const state = board.states.find((candidate) => candidate.node.name === node);
    if (!state) throw new Error(`the case has no node ${node}`);
    board.add(own, state);
  }
  return Object.fromEntries([...refusals(wanted, board)].map(([node, reasons]) => [node, [...reasons]]));
}
