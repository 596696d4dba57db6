import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { committedApplications } from '../../cli/run/chosen-cluster';
import { FakeTools, layApplications, layOutputs } from '../support/fake-tools';
import { ProjectCopy } from '../support/project-copy';

const project = new ProjectCopy();
const fakes = new FakeTools(project.path('fakes'));
const key = project.path('key');
const volumes = ['monitoring', 'postgresql', 'rabbitmq', 'redis', 'worker-ai', 'worker-storage'];
const eco2 = (...args: readonly string[]) => project.run(args, fakes.env);
const changing = / (apply|destroy|init) |^ansible|^kubectl .*(apply|create|delete)/;
const changes = () => fakes.calls().filter(({ call }) => changing.test(call) && !call.endsWith('--version'));

jest.setTimeout(120_000);
beforeAll(() => {
  layOutputs(fakes);
  layApplications(fakes, committedApplications(project.root, 'eco2'));
});
beforeEach(() => fakes.calm());
afterAll(() => project.remove());

describe('npm run up', () => {
  test('shows cost and steps and changes nothing until it is told to', () => {
    const { status, stdout } = eco2('up', '--cluster', 'eco2', '--private-key', key);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^eco2: 14 nodes with 28 vCPU, about \d+ USD a month/);
    expect(stdout).toContain('terraform -chdir=.operate/eco2/terraform/nodes apply');
    expect(stdout).toContain(`npm run up -- --cluster eco2 --private-key ${key} --yes`);
    expect(changes()).toEqual([]);
    expect(existsSync(project.path('.operate'))).toBe(false);
  });

  test('names everything that is wrong before anything is changed', () => {
    fakes.answer('quota.json', { Quota: { Value: 16 } });
    fakes.remove('session-manager-plugin');
    const { status, stderr } = eco2('up', '--cluster', 'eco2', '--private-key', key, '--yes');
    fakes.answer('quota.json', { Quota: { Value: 64 } });
    fakes.restore('session-manager-plugin');
    expect(status).toBe(1);
    expect(stderr).toContain('eco2: L-1216C47A: is 16 vCPU');
    expect(stderr).toContain('eco2: session-manager-plugin: is not on PATH');
    expect(stderr).toContain('Nothing was changed.');
    expect(changes()).toEqual([]);
  });

  test('goes through all steps, and logs each', () => {
    const { status, stdout } = eco2('up', '--cluster', 'eco2', '--private-key', key, '--yes');
    expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ status: 0, last: 'eco2 is up.' });
    const [run = ''] = readdirSync(project.path('logs/eco2'));
    expect(
      readdirSync(project.path('logs/eco2', run)).some((name) => name.endsWith('ansible-site.log')),
    ).toBe(true);
    expect(JSON.parse(readFileSync(project.path('.operate/eco2/progress.json'), 'utf8'))).toEqual({
      verb: 'up',
      completed: 'wait',
    });
  });

  test('says after a failure what to do and how to go on', () => {
    fakes.disturb(
      'fail',
      'terraform -chdir=.operate/eco2/terraform/nodes apply -input=false -lock-timeout=5m reviewed.tfplan',
    );
    const { status, stderr } = eco2('up', '--cluster', 'eco2', '--private-key', key, '--yes');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /Apply the stack nodes: terraform ended with exit code 1\n {2}log: {2}logs\/eco2\/up-.*nodes-apply\.log\n {2}next: VcpuLimitExceeded/,
    );
    expect(stderr).toContain('--yes --from nodes-plan');
    const log = /log: {2}(\S+)/.exec(stderr)?.[1] ?? '';
    expect(readFileSync(project.path(log), 'utf8')).toContain('fake: refused');
  });

  test('ends its children on Ctrl-C and says how to go on', async () => {
    fakes.disturb(
      'hang',
      'terraform -chdir=.operate/eco2/terraform/network apply -input=false -lock-timeout=5m reviewed.tfplan',
    );
    const child = spawn(
      process.execPath,
      [
        project.path('cli/launch.cjs'),
        'up',
        '--cluster',
        'eco2',
        '--private-key',
        key,
        '--yes',
        '--from',
        'network-copy',
      ],
      { cwd: project.root, env: { ...process.env, ...fakes.env, NO_COLOR: '1' } },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const pid = await fakes.hanging();
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toContain('--yes --from network-plan');
    expect(fakes.interrupts).toBe(1);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  test('does a part of the steps', () => {
    const part = ['--from', 'nodes-copy', '--to', 'tunnel'];
    const { status, stdout } = eco2('up', '--cluster', 'eco2', '--private-key', key, '--yes', ...part);
    expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      status: 0,
      last: 'Done up to tunnel.',
    });
    expect(changes().filter(({ call }) => !/terraform\/(nodes|edge) /.test(call))).toEqual([]);
  });

  test('knows its steps', () => {
    const { status, stderr } = eco2('up', '--cluster', 'eco2', '--private-key', key, '--from', 'node-plan');
    expect(status).toBe(1);
    expect(stderr).toContain('Did you mean nodes-plan?');
  });
});

describe('npm run down', () => {
  test('refuses to lose what was not named, and asks nobody', () => {
    const { status, stderr } = eco2('down', '--cluster', 'eco2', '--yes', '--lose', 'redis', 'rediz');
    expect(status).toBe(1);
    expect(stderr).toContain('does not name monitoring, postgresql, rabbitmq, worker-ai, worker-storage');
    expect(stderr).toContain('is "rediz", which holds no data');
    expect(fakes.calls()).toEqual([]);
  });

  test('keeps backups, images and zone unless all of them are named', () => {
    const kept = eco2('down', '--cluster', 'eco2', '--yes', '--private-key', key, '--lose', ...volumes);
    expect(kept.stdout).toContain('growbin.app, prod-sesacthon-images, prod-sesacthon-pg-backups stay');
    expect(kept.status).toBe(0);
    const destroyed = () =>
      fakes
        .calls()
        .filter(({ call }) => call.includes(' destroy '))
        .map(({ call }) => /terraform\/(\w+) /.exec(call)?.[1]);
    expect(destroyed()).toEqual(['nodes', 'network']);
    const half = eco2('down', '--cluster', 'eco2', '--yes', '--lose', ...volumes, 'growbin.app');
    expect(half.stderr).toContain(
      'names growbin.app and not prod-sesacthon-images, prod-sesacthon-pg-backups',
    );
  });
});

describe('npm run new', () => {
  const flags = [
    '--preset',
    'small',
    '--region',
    'ap-northeast-2',
    '--public-domain',
    'example.com',
    '--domains',
    'auth,orders',
    '--owner',
    'my-org',
    '--repository',
    'my-platform',
    '--state-bucket',
    'my-org-terraform-state',
  ];

  test('writes three files, and the cluster synthesizes without a finding', () => {
    expect(eco2('new', 'my-cluster', ...flags)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(project.path('clusters/my-cluster.ts'), 'utf8')).toContain(
      'export const myCluster = defineCluster({',
    );
    expect(existsSync(project.path('clusters/my-cluster.images.json'))).toBe(true);
    expect(readFileSync(project.path('clusters/all.ts'), 'utf8')).toContain('myCluster');
    expect(eco2('synth', '--cluster', 'my-cluster')).toMatchObject({ status: 0, stderr: '' });
    expect(existsSync(project.path('dist/my-cluster/argocd/application-root-app.yaml'))).toBe(true);
    expect(eco2('new', 'my-cluster', ...flags)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('taken'),
    });
  });
});
