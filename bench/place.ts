import { performance } from 'node:perf_hooks';
import type { SchedulerNode } from '../model/capacity/scheduling/node';
import { parsePod } from '../model/capacity/scheduling/parse-pod';
import type { RawPodSpec } from '../model/capacity/scheduling/raw-pod-spec';
import type { Pod } from '../model/capacity/scheduling/pod';
import { schedule } from '../model/capacity/scheduling/schedule';

const rounds = 5;
const gib = 2 ** 30;

/** `npm run bench:place`: seconds that the scheduler takes for 10,000 pods on 1,000 nodes, every filter in use. */
function main(): void {
  const seconds = Array.from({ length: rounds }, () => {
    const [nodes, pods] = [makeNodes(1000), makePods(500, 20)];
    const start = performance.now();
    const { unplaced } = schedule(nodes, pods);
    if (unplaced.length) throw new Error(`${String(unplaced.length)} pods have no place`);
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  const [least = 0] = seconds;
  const median = seconds[Math.floor(rounds / 2)] ?? 0;
  process.stdout.write(
    `10,000 pods on 1,000 nodes: median ${median.toFixed(2)} s, minimum ${least.toFixed(2)} s of ${String(rounds)}\n`,
  );
}

function makeNodes(count: number): SchedulerNode[] {
  return Array.from({ length: count }, (_, index) => {
    const [name, zone] = [`n${String(index)}`, ['a', 'b', 'c'][index % 3] ?? 'a'];
    return {
      name,
      labels: { 'kubernetes.io/hostname': name, zone, pool: `p${String(index % 10)}` },
      taints: index % 10 === 0 ? [{ key: 'dedicated', value: 'x', effect: 'NoSchedule' }] : [],
      unschedulable: false,
      zone,
      allocatable: {
        cpuMilli: 16_000,
        memoryBytes: 64 * gib,
        ephemeralBytes: 100 * gib,
        pods: 110,
        volumes: 26,
      },
    };
  });
}

function makePods(workloads: number, replicas: number): Pod[] {
  return Array.from({ length: workloads }, (_, index) => {
    const name = `w${String(index)}`;
    const labels = { app: name };
    const requests = { cpu: '500m', memory: '1Gi' };
    const spec: RawPodSpec = { containers: [{ resources: { requests } }], ...wishes(index, labels) };
    const template = parsePod({ workload: name, namespace: 'default', labels, priority: 0 }, spec);
    return Array.from({ length: replicas }, (__, replica) => ({
      name: `${name}-${String(replica)}`,
      template,
      volumes: index % 20 === 0 ? [{ claim: `${name}-${String(replica)}`, gib: 10 }] : [],
    }));
  }).flat();
}

/** A quarter each: required anti-affinity, spread over zones and hosts, a node selector, nothing. */
function wishes(index: number, labels: Readonly<Record<string, string>>): RawPodSpec {
  const labelSelector = { matchLabels: labels };
  const apart = { topologyKey: 'kubernetes.io/hostname', labelSelector };
  const even = (topologyKey: string) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector,
  });
  switch (index % 4) {
    case 0:
      return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [apart] } } };
    case 1:
      return { topologySpreadConstraints: [even('zone'), even('kubernetes.io/hostname')] };
    case 2:
      return { nodeSelector: { pool: `p${String((index % 9) + 1)}` } };
    default:
      return {};
  }
}

main();
