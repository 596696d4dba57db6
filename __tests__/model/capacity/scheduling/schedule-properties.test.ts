import fc from 'fast-check';
import type { SchedulerNode } from '../../../../model/capacity/scheduling/node';
import type { Pod } from '../../../../model/capacity/scheduling/pod';
import { schedule } from '../../../../model/capacity/scheduling/schedule';
import { asks, testNode, testPod } from '../../../support/scheduling';

const zones = ['a', 'b'] as const;
const apps = ['x', 'y'] as const;

const nodeArbitrary = fc.record({
  cpuMilli: fc.integer({ min: 2, max: 10 }).map((tenth) => tenth * 100),
  memoryMiB: fc.integer({ min: 2, max: 10 }).map((tenth) => tenth * 100),
  zone: fc.constantFrom(...zones),
  tainted: fc.boolean(),
});

const podArbitrary = fc.record({
  cpu: fc.integer({ min: 0, max: 6 }),
  memory: fc.integer({ min: 0, max: 6 }),
  app: fc.constantFrom(...apps),
  tolerates: fc.boolean(),
  zone: fc.option(fc.constantFrom(...zones)),
  apart: fc.boolean(),
  priority: fc.constantFrom(0, 100),
});

const clusterArbitrary = fc.record({
  nodes: fc.array(nodeArbitrary, { minLength: 1, maxLength: 4 }),
  pods: fc.array(podArbitrary, { minLength: 1, maxLength: 7 }),
});

type Shape = typeof clusterArbitrary extends fc.Arbitrary<infer T> ? T : never;

const makeNodes = ({ nodes }: Pick<Shape, 'nodes'>): SchedulerNode[] =>
  nodes.map(({ tainted, ...props }, index) =>
    testNode(`n${String(index)}`, { ...props, taints: tainted ? ['k=v:NoSchedule'] : [] }),
  );

const makePods = ({ pods }: Pick<Shape, 'pods'>): Pod[] =>
  pods.map(({ cpu, memory, app, tolerates, zone, apart, priority }, index) =>
    testPod(`p${String(index)}`, {
      ...asks(`${String(cpu * 100)}m`, `${String(memory * 100)}Mi`),
      labels: { app },
      priority,
      ...(tolerates ? { tolerations: [{ key: 'k', operator: 'Exists' }] } : {}),
      ...(zone ? { nodeSelector: { 'topology.kubernetes.io/zone': zone } } : {}),
      ...(apart
        ? {
            affinity: {
              podAntiAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: [
                  { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app } } },
                ],
              },
            },
          }
        : {}),
    }),
  );

const fits = (nodes: readonly SchedulerNode[], pods: readonly Pod[]) =>
  !schedule(nodes, pods).unplaced.length;

/** Every arrangement, tried one by one. */
function arrangementExists(free: readonly number[], pods: readonly number[]): boolean {
  const [first, ...rest] = pods;
  if (first === undefined) return true;
  return free.some(
    (room, index) =>
      room >= first &&
      arrangementExists(
        free.map((other, at) => (at === index ? other - first : other)),
        rest,
      ),
  );
}

/** Two crowded nodes and pods of every size: where one after another often fails although there is an arrangement. */
const crowdedArbitrary = fc.record({
  nodes: fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 2, maxLength: 3 }),
  pods: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 7 }),
});
const crowdedNodes = (sizes: readonly number[]) =>
  sizes.map((size, index) => testNode(`n${String(index)}`, { memoryMiB: size * 100 }));
const crowdedPods = (sizes: readonly number[]) =>
  sizes.map((size, index) => testPod(`p${String(index)}`, asks('1m', `${String(size * 100)}Mi`)));

describe('schedule, for any cluster', () => {
  it('finds a place for every pod wherever there is one', () => {
    fc.assert(
      fc.property(crowdedArbitrary, (shape) => {
        const exists = arrangementExists(shape.nodes, shape.pods);
        expect(fits(crowdedNodes(shape.nodes), crowdedPods(shape.pods))).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of nodes or pods', () => {
    fc.assert(
      fc.property(clusterArbitrary, fc.infiniteStream(fc.nat()), (shape, random) => {
        const shuffle = <T>(all: readonly T[]) =>
          all
            .map((one) => ({ one, at: random.next().value }))
            .sort((a, b) => Number(a.at) - Number(b.at))
            .map(({ one }) => one);
        const [nodes, pods] = [makeNodes(shape), makePods(shape)];
        const before = schedule(nodes, pods);
        const after = schedule(shuffle(nodes), shuffle(pods));
        expect(Object.fromEntries(after.assignments)).toEqual(Object.fromEntries(before.assignments));
      }),
    );
  });

  it('never loses a pod by a larger node', () => {
    fc.assert(
      fc.property(clusterArbitrary, fc.nat(), fc.constantFrom(100, 300), (shape, pick, more) => {
        const pods = makePods(shape);
        if (!fits(makeNodes(shape), pods)) return;
        const grown = shape.nodes.map((node, index) =>
          index === pick % shape.nodes.length
            ? { ...node, cpuMilli: node.cpuMilli + more, memoryMiB: node.memoryMiB + more }
            : node,
        );
        expect(fits(makeNodes({ nodes: grown }), pods)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never loses a pod by a further node, whatever its name', () => {
    fc.assert(
      fc.property(
        clusterArbitrary,
        nodeArbitrary,
        fc.constantFrom('a-first', 'z-last'),
        (shape, extra, name) => {
          const [nodes, pods] = [makeNodes(shape), makePods(shape)];
          if (!fits(nodes, pods)) return;
          const more = testNode(name, {
            cpuMilli: extra.cpuMilli,
            memoryMiB: extra.memoryMiB,
            zone: extra.zone,
          });
          expect(fits([...nodes, more], pods)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never puts more on a node than it offers, nor a pod where it may not run', () => {
    fc.assert(
      fc.property(clusterArbitrary, (shape) => {
        const [nodes, pods] = [makeNodes(shape), makePods(shape)];
        const { board, assignments } = schedule(nodes, pods);
        for (const { node, cpuMilli, memoryBytes } of board.states) {
          const own = pods.filter(({ name }) => assignments.get(name) === node.name);
          expect(cpuMilli).toBe(own.reduce((sum, { template }) => sum + template.requests.cpuMilli, 0));
          expect(cpuMilli).toBeLessThanOrEqual(node.allocatable.cpuMilli);
          expect(memoryBytes).toBeLessThanOrEqual(node.allocatable.memoryBytes);
          if (node.taints.length)
            expect(own.every(({ template }) => template.tolerations.length > 0)).toBe(true);
        }
      }),
    );
  });
});
