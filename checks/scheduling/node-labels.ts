import { LabelIndex } from '../../model/label-index';
import type { Artifacts } from '../artifacts/artifacts';
import { at, fields, list, text } from '../artifacts/value';
import type { Pod } from '../artifacts/pods';
import type { Host, NodeTaint } from '../artifacts/inventory';
import { matches } from '../kubernetes/label-selector';
import { requiredLabels } from '../kubernetes/required-labels';

/** A machine as the scheduler sees it: what the inventory registers, and what kubelet and kubeadm add. */
export interface NodeFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
}

const controlPlane = 'node-role.kubernetes.io/control-plane';

/** The machines that the inventory describes, by their labels. */
export function nodeFacts({ inventory }: Artifacts): LabelIndex<NodeFacts> {
  return new LabelIndex(
    inventory.hosts
      .filter(({ vars }) =>
        ['kubelet_arguments', 'node_labels', 'node_taints'].some((name) => at(vars, name) !== undefined),
      )
      .map(facts),
  );
}

function facts(host: Host): NodeFacts {
  const zone = text(host.vars, 'zone');
  const { taints } = host;
  return {
    name: host.name,
    labels: {
      ...host.labels,
      'kubernetes.io/hostname': host.name,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
      ...(zone === undefined
        ? {}
        : { 'topology.kubernetes.io/zone': zone, 'topology.ebs.csi.aws.com/zone': zone }),
      ...(host.isControlPlane ? { [controlPlane]: '' } : {}),
    },
    taints:
      host.isControlPlane && !host.declaresTaints
        ? [{ key: controlPlane, value: '', effect: 'NoSchedule' }]
        : taints,
  };
}

/** Nodes that the required node selector and affinity of a pod let it run on; pods that ask alike are answered once. */
export function nodeSelection(artifacts: Artifacts): (pod: Pod) => readonly NodeFacts[] {
  const nodes = artifacts.derive(nodeFacts);
  const known = new Map<string, readonly NodeFacts[]>();
  return ({ spec }) => {
    const key = JSON.stringify([fields(spec, 'nodeSelector'), requiredTerms(spec)]);
    const found = known.get(key) ?? selectedNodes(spec, nodes);
    known.set(key, found);
    return found;
  };
}

function selectedNodes(spec: unknown, nodes: LabelIndex<NodeFacts>): readonly NodeFacts[] {
  const nodeSelector = fields(spec, 'nodeSelector');
  const selector = Object.entries(nodeSelector);
  const terms = requiredTerms(spec);
  const [only, ...others] = terms;
  return nodes
    .having(requiredLabels(nodeSelector, others.length ? [] : list(only, 'matchExpressions')))
    .filter(
      ({ labels, name }) =>
        selector.every(([key, value]) => labels[key] === value) &&
        (!terms.length ||
          terms.some(
            (term) =>
              list(term, 'matchExpressions').every((expression) => matches(expression, labels)) &&
              list(term, 'matchFields').every((expression) => matches(expression, { 'metadata.name': name })),
          )),
    );
}

const requiredTerms = (spec: unknown) =>
  list(
    spec,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );

/** Taints of a node that keep a pod away. */
export function untolerated({ spec }: Pod, { taints }: NodeFacts) {
  return taints.filter(
    (taint) =>
      taint.effect !== 'PreferNoSchedule' &&
      !list(spec, 'tolerations').some((toleration) => {
        const key = text(toleration, 'key');
        const effect = text(toleration, 'effect');
        const isExists = text(toleration, 'operator') === 'Exists';
        if (effect !== undefined && effect !== taint.effect) return false;
        if (key === undefined) return isExists;
        return key === taint.key && (isExists || (text(toleration, 'value') ?? '') === taint.value);
      }),
  );
}

/** True where a pod says at all where it wants to run. */
export function isPlaced({ spec }: Pod): boolean {
  return (
    Object.keys(fields(spec, 'nodeSelector')).length > 0 ||
    text(spec, 'nodeName') !== undefined ||
    requiredTerms(spec).length > 0
  );
}
