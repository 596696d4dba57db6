import { eco2 } from '../../../clusters/eco2';
import { schedulerNodes } from '../../../model/capacity/cluster-nodes';
import { parseBytes, parseCpu } from '../../../model/quantity/parse';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { csiNodeObject, nodeObject } from '../../../rehearsal/nodes/node-objects';

const cluster = resolveCluster(eco2);
const expected = schedulerNodes(cluster);

test.each(Object.values(cluster.nodes).map((node) => [node.name, node] as const))(
  '%s is registered with what the placement proof counts with',
  (name, node) => {
    const proof = expected.find((candidate) => candidate.name === name);
    const { metadata, spec, status } = nodeObject(node);
    const { allocatable } = status as { allocatable: Record<string, string> };
    expect({
      ...proof,
      labels: expect.objectContaining(proof?.labels ?? {}) as object,
      taints: proof?.taints.map(({ key, value, effect }) => ({ key, effect, ...(value ? { value } : {}) })),
      allocatable: {
        cpuMilli: parseCpu(allocatable['cpu'] ?? ''),
        memoryBytes: parseBytes(allocatable['memory'] ?? ''),
        pods: Number(allocatable['pods']),
        ephemeralBytes: parseBytes(allocatable['ephemeral-storage'] ?? ''),
        volumes: (csiNodeObject(node)['spec'] as { drivers: { allocatable: { count: number } }[] }).drivers[0]
          ?.allocatable.count,
      },
    }).toEqual({
      name,
      labels: metadata.labels,
      taints: (spec as { taints: unknown }).taints,
      unschedulable: false,
      zone: node.zone.letter,
      allocatable: {
        ...proof?.allocatable,
        ephemeralBytes: Math.floor(proof?.allocatable.ephemeralBytes ?? 0),
      },
    });
  },
);

test('a control plane is kept out of load balancers, as kubeadm does', () => {
  const labels = Object.values(cluster.nodes)
    .filter(({ role }) => role === 'control-plane')
    .map((node) => Object.keys(nodeObject(node).metadata.labels ?? {}));
  expect(labels).toHaveLength(1);
  expect(labels[0]).toContain('node.kubernetes.io/exclude-from-external-load-balancers');
});
