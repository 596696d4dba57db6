import type { KubernetesObject } from '../../model/kubernetes-object';
import { fieldChanges, isMap, type FieldChange } from '../field-change';

/** Pods that are replaced because the template that they are made from changed. */
export interface Restart {
  readonly workload: string;
  readonly pods: number;
  readonly because: readonly FieldChange[];
}

const templated = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** Resources from which an operator makes pods: where they count them, and what they can change without a restart. */
const operated: Readonly<Record<string, { readonly count: string; readonly live: readonly string[] }>> = {
  'postgresql.cnpg.io Cluster': {
    count: 'instances',
    live: ['instances', 'backup', 'storage', 'monitoring', 'managed'],
  },
  'rabbitmq.com RabbitmqCluster': { count: 'replicas', live: ['replicas', 'persistence'] },
};

/** The restart that a change of a workload causes, or nothing where its pods stay. */
export function restartOf(before: KubernetesObject, after: KubernetesObject): Restart | undefined {
  const operator = operated[`${after.apiVersion.split('/')[0] ?? ''} ${after.kind}`];
  const because = operator
    ? fieldChanges(spec(before), spec(after)).filter(({ path }) => !operator.live.includes(path[0] ?? ''))
    : templated.includes(after.kind)
      ? fieldChanges(template(before), template(after))
      : [];
  if (!because.length) return undefined;
  const count = spec(after)[operator?.count ?? 'replicas'];
  return {
    workload: `${after.kind} ${after.metadata.namespace ?? ''}/${after.metadata.name}`,
    pods: typeof count === 'number' ? count : 1,
    because,
  };
}

const spec = (object: KubernetesObject): Record<string, unknown> =>
  isMap(object['spec']) ? object['spec'] : {};
const template = (object: KubernetesObject): unknown => spec(object)['template'];
