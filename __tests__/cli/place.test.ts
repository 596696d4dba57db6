import type { PlacementReport } from '../../model/capacity/placement/report';
import type { Estimate } from '../../model/cost/estimate';
import { ProjectCopy } from '../support/project-copy';

let project: ProjectCopy;
beforeAll(() => (project = new ProjectCopy()));
afterAll(() => {
  project.remove();
});

const report = (...args: string[]): PlacementReport => {
  const { stdout, status } = project.run(['place', '--cluster', 'eco2', '--json', ...args]);
  expect(status).toBe(0);
  return (JSON.parse(stdout) as [PlacementReport])[0];
};

describe('eco2 place', () => {
  it('gives every pod of the production cluster a node', () => {
    const { waiting, findings, nodes } = report();
    expect(waiting).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(nodes.find(({ name }) => name === 'k8s-api-auth')?.pods).toContain('auth/auth-api-0');
  });

  it('says that a lost API node stops its domain and nothing else', () => {
    const { loss } = report('--lose', 'k8s-api-auth');
    expect(new Set(loss?.waiting.map(({ workload }) => workload))).toEqual(
      new Set(['Deployment auth/auth-api']),
    );
    expect(loss?.moved).toEqual([]);
  });

  it('moves system pods of a lost worker to the other nodes that take them', () => {
    const { loss, nodes } = report('--lose', 'k8s-worker-ai');
    const open = ['k8s-master', 'k8s-worker-storage'];
    expect(loss?.moved.length).toBeGreaterThan(0);
    for (const { to } of loss?.moved ?? []) expect(open).toContain(to);
    const arrived = nodes.flatMap(({ afterLoss }) => afterLoss?.arrived ?? []);
    expect(arrived.sort()).toEqual(loss?.moved.map(({ pod }) => pod));
    const lost = nodes.find(({ name }) => name === 'k8s-worker-ai');
    expect(lost?.afterLoss?.usage).toMatchObject({ pods: 0, cpuMilli: 0, memoryBytes: 0 });
  });

  it('loses every node of a zone together', () => {
    const { loss, nodes } = report('--lose-zone', 'b');
    expect(loss?.nodes).toEqual(nodes.filter(({ zone }) => zone === 'b').map(({ name }) => name));
  });

  it('draws a bar for each node', () => {
    const { stdout } = project.run(['place', '--cluster', 'eco2', '--lose', 'k8s-api-auth']);
    expect(stdout).toMatch(/k8s-api-my .*█.*░.* \d+ %/);
    expect(stdout).toMatch(/waits auth\/auth-api-0: 0\/13 nodes are available: /);
  });

  it('names the node that was meant', () => {
    const { stderr, status } = project.run(['place', '--lose', 'k8s-api-auht']);
    expect(status).toBe(1);
    expect(stderr).toContain('Did you mean k8s-api-auth?');
  });
});

describe('eco2 cost', () => {
  it('adds up to the same sum by line and in total, each line with source and date', () => {
    const { stdout, status } = project.run(['cost', '--cluster', 'eco2', '--json']);
    expect(status).toBe(0);
    const [{ lines, usdPerMonth }] = JSON.parse(stdout) as [Estimate];
    expect(lines.reduce((sum, line) => sum + line.usdPerMonth, 0)).toBeCloseTo(usdPerMonth, 6);
    for (const { price } of lines) {
      expect(price.source).toMatch(/^https:/);
      expect(price.date).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  it('prints money by stack, domain and node', () => {
    const { stdout } = project.run(['cost', '--cluster', 'eco2']);
    expect(stdout).toMatch(/eco2 in ap-northeast-2: \d+\.\d\d USD a month/);
    for (const head of ['stack', 'domain', 'node'])
      expect(stdout).toMatch(new RegExp(`│ ${head} +│ USD a month`));
  });
});
