import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../operate/status/report';
import { halfBrokenAnswers, healthyAnswers, type Answers } from '../support/api-answers';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'eco2-status-'));
const kubeconfig = join(folder, 'kubeconfig');
let answers: Answers;
let server: Server;

/** The command, with no AWS CLI on its PATH. */
function status(
  ...args: readonly string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [join(root, 'cli/launch.cjs'), 'status', '--cluster', 'eco2', '--kubeconfig', kubeconfig, ...args],
      { env: { PATH: folder, HOME: folder, NO_COLOR: '1' } },
    );
    const out = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
    child.on('close', (code) => resolve({ code, ...out }));
  });
}

async function json(given: Answers): Promise<Report & { code: number | null }> {
  answers = given;
  const { code, stdout, stderr } = await status('--json');
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Report), code };
}

jest.setTimeout(60_000);
beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(answer === undefined ? 404 : 200, {
      'content-type': typeof answer === 'string' ? 'text/plain' : 'application/json',
    });
    response.end(
      typeof answer === 'string' ? answer : JSON.stringify(answer ?? { kind: 'Status', code: 404 }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cluster = { server: `http://127.0.0.1:${String(port)}`, 'insecure-skip-tls-verify': true };
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'test',
      clusters: [{ name: 'test', cluster }],
      users: [{ name: 'test', user: {} }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    }),
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('npm run status', () => {
  test('finds nothing to do in a healthy cluster', async () => {
    const { code, components, applications, problems, drift, actions } = await json(healthyAnswers());
    expect({ code, problems, drift, actions }).toEqual({ code: 0, problems: [], drift: [], actions: [] });
    expect(components.map(({ component, state, percent }) => [component, state, percent])).toEqual([
      ['nodes', 'healthy', 100],
      ['applications', 'healthy', 100],
      ['pods', 'healthy', 100],
      ['images', 'healthy', null],
      ['certificates', 'unknown', null],
      ['drift', 'healthy', null],
    ]);
    expect(applications).toHaveLength(17);
    expect(applications[0]).toMatchObject({ name: 'namespaces', wave: -1 });
  });

  test('says on the half-broken day of 2025-11-16 what to do, the root of it first', async () => {
    const { code, components, imagesNotPulled, actions } = await json(halfBrokenAnswers());
    expect(code).toBe(1);
    expect(components.find(({ component }) => component === 'applications')).toMatchObject({
      state: 'degraded',
      percent: 11,
    });
    expect(actions.map(({ incidents, places }) => [incidents[0], places.length])).toEqual([
      ['D01', 1],
      ['D01', 7],
      ['G04', 1],
      ['G01', 7],
    ]);
    expect(actions[0]).toMatchObject({
      places: ['Pod kube-system/aws-load-balancer-controller-7c9'],
      action: expect.stringMatching(/egress policy.*6443.*Waiting does not help/),
    });
    expect(actions[2]?.places).toEqual(['Pod messaging/rabbitmq-server-0']);
    expect(imagesNotPulled).toHaveLength(8);
  });

  test('prints the same as tables and as Markdown', async () => {
    answers = halfBrokenAnswers();
    const [text, markdown] = [await status(), await status('--markdown')];
    expect(text.stdout).toMatch(/\n1\. Delete or mend the egress policy of this pod/);
    expect(markdown.stdout).toContain('| applications | degraded | 11 % |');
    expect(markdown.stdout).toContain('### What to do');
  });

  test('finds what differs from dist', async () => {
    const given = healthyAnswers() as Record<
      string,
      { items: { metadata: { name: string; labels?: object }; spec: { project?: string } }[] }
    >;
    const nodes = given['/api/v1/nodes']?.items ?? [];
    const applications = given['/apis/argoproj.io/v1alpha1/namespaces/argocd/applications']?.items ?? [];
    nodes.splice(
      nodes.findIndex(({ metadata }) => metadata.name === 'k8s-redis'),
      1,
    );
    const auth = nodes.find(({ metadata }) => metadata.name === 'k8s-api-auth');
    if (auth) auth.metadata.labels = { workload: 'api', tier: 'api' };
    const workers = applications.find(({ metadata }) => metadata.name === 'workers');
    if (workers) workers.spec.project = 'default';
    expect((await json(given)).drift).toEqual([
      'Node k8s-api-auth lacks the label domain=auth',
      'Node k8s-redis is missing',
      'Application workers has another spec than dist',
    ]);
  });

  test('says where nobody answers', async () => {
    answers = {};
    const { code, stderr } = await status();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:\d+ does not answer: .*\n {2}rule: /);
  });
});
