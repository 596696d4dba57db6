import type { SchedulerNode } from '../../model/capacity/scheduling/node';
import { parsePod } from '../../model/capacity/scheduling/parse-pod';
import type { RawPodSpec } from '../../model/capacity/scheduling/raw-pod-spec';
import type { Pod, PodTemplate, PodVolume } from '../../model/capacity/scheduling/pod';

const mib = 2 ** 20;

export interface NodeProps {
  readonly cpuMilli?: number;
  readonly memoryMiB?: number;
  readonly ephemeralMiB?: number;
  readonly pods?: number;
  readonly volumes?: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** `key=value:Effect`. */
  readonly taints?: readonly string[];
  readonly unschedulable?: boolean;
  readonly zone?: string;
}

/** A node with 1000m and 1000 MiB, its zone and host name as labels. */
export function testNode(name: string, props: NodeProps = {}): SchedulerNode {
  const zone = props.zone ?? 'a';
  return {
    name,
    labels: { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': zone, ...props.labels },
    taints: (props.taints ?? []).map((text) => {
      const [, key = '', value = '', effect = ''] = /^([^=:]+)=?([^:]*):(.+)$/.exec(text) ?? [];
      return { key, value, effect };
    }),
    unschedulable: props.unschedulable ?? false,
    zone,
    allocatable: {
      cpuMilli: props.cpuMilli ?? 1000,
      memoryBytes: (props.memoryMiB ?? 1000) * mib,
      ephemeralBytes: (props.ephemeralMiB ?? 10_000) * mib,
      pods: props.pods ?? 110,
      volumes: props.volumes ?? 26,
    },
  };
}

export interface PodProps extends RawPodSpec {
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly priority?: number;
  readonly attaches?: readonly PodVolume[];
  readonly onlyNode?: string;
}

/** A pod of its own template. */
export function testPod(name: string, props: PodProps = {}): Pod {
  return replica(name, testTemplate(name, props), props);
}

export function testTemplate(workload: string, props: PodProps = {}): PodTemplate {
  const { namespace = 'default', labels = {}, priority = 0, ...spec } = props;
  return parsePod({ workload, namespace, labels, priority }, spec);
}

export function replica(name: string, template: PodTemplate, props: PodProps = {}): Pod {
  return {
    name,
    template,
    volumes: props.attaches ?? [],
    ...(props.onlyNode === undefined ? {} : { onlyNode: props.onlyNode }),
  };
}

/** One container that asks for this much. */
export const asks = (cpu: string, memory: string, extra: Record<string, string> = {}) => ({
  containers: [{ resources: { requests: { cpu, memory, ...extra } } }],
});
