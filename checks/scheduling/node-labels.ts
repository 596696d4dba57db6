import type { Artifacts } from '../artifacts/artifacts';
import { at, fields, list, text, texts } from '../artifacts/value';
import type { Pod } from '../artifacts/pods';
import type { Host, NodeTaint } from '../artifacts/inventory';

/** A machine as the scheduler sees it: what the inventory registers, and what kubelet and kubeadm add. */
export interface NodeFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
}

const controlPlane = 'node-role.kubernetes.io/control-plane';

export function nodeFacts({ inventory }: Artifacts): readonly NodeFacts[] {
  return inventory.hosts
    .filter(({ vars }) =>
      ['kubelet_arguments', 'node_labels', 'node_taints'].some((name) => at(vars, name) !== undefined),
    )
    .map(facts);
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

/** Whether the required node selector and affinity of a pod let it run on a node. */
export function selects({ spec }: Pod, { labels, name }: NodeFacts): boolean {
  const selector = Object.entries(fields(spec, 'nodeSelector'));
  const terms = list(
    spec,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  return (
    selector.every(([key, value]) => labels[key] === value) &&
    (!terms.length ||
      terms.some(
        (term) =>
          list(term, 'matchExpressions').every((expression) => matches(expression, labels)) &&
          list(term, 'matchFields').every((expression) => matches(expression, { 'metadata.name': name })),
      ))
  );
}

/** One requirement of a label selector or node selector. */
export function matches(expression: unknown, labels: Readonly<Record<string, string>>): boolean {
  const key = text(expression, 'key') ?? '';
  const values = texts(expression, 'values');
  const found = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (text(expression, 'operator')) {
    case 'In':
      return found !== undefined && values.includes(found);
    case 'NotIn':
      return found === undefined || !values.includes(found);
    case 'Exists':
      return found !== undefined;
    case 'DoesNotExist':
      return found === undefined;
    case 'Gt':
      return Number(found) > Number(values[0]);
    case 'Lt':
      return Number(found) < Number(values[0]);
    default:
      return false;
  }
}

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
    list(
      spec,
      'affinity',
      'nodeAffinity',
      'requiredDuringSchedulingIgnoredDuringExecution',
      'nodeSelectorTerms',
    ).length > 0
  );
}
