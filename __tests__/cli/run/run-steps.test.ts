import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eco2 } from '../../../clusters/eco2';
import { committedApplications } from '../../../cli/run/chosen-cluster';
import { Interrupt } from '../../../cli/run/interrupt';
import { Progress } from '../../../cli/run/progress';
import { runSteps } from '../../../cli/run/run-steps';
import { resolveCluster } from '../../../model/resolve/resolve-cluster';
import { downSteps } from '../../../operate/down/down-steps';
import type { StackJson } from '../../../operate/down/release-protection';
import type { CommandStep, Step } from '../../../operate/plan/step';
import { upSteps } from '../../../operate/plan/up-steps';
import { FakeTools, layApplications, layOutputs } from '../../support/fake-tools';

const repository = join(__dirname, '../../..');
const root = mkdtempSync(join(tmpdir(), 'eco2-operate-'));
const fakes = new FakeTools(join(root, 'fakes'));
const cluster = resolveCluster(eco2);
const connection = { privateKey: '/home/operator/.ssh/eco2_ed25519', localPort: 16443 };
const applications = committedApplications(repository, 'eco2');
const up = quick(upSteps(cluster, { ...connection, stateExists: false, applications }));
const stack = (name: string) =>
  JSON.parse(readFileSync(join(repository, `dist/eco2/terraform/${name}/cdk.tf.json`), 'utf8')) as StackJson;
const down = quick(
  downSteps(cluster, {
    ...connection,
    losesEdge: true,
    stacks: { edge: stack('edge'), nodes: stack('nodes'), network: stack('network') },
  }),
);
const before = { ...process.env };

/** The same steps, which do not wait. */
function quick(steps: readonly Step[]): Step[] {
  return steps.map((step) =>
    step.kind === 'command' && step.retry ? { ...step, retry: { attempts: 2, pauseSeconds: 0 } } : step,
  );
}

const commandsOf = (steps: readonly Step[]) => steps.filter((step) => step.kind === 'command');
const callOf = ({ program, args }: CommandStep) => [program, ...args].join(' ');
const from = (steps: readonly Step[], id: string) => steps.slice(steps.findIndex((step) => step.id === id));

async function run(steps: readonly Step[]) {
  const interrupt = new Interrupt();
  const lines: string[] = [];
  const stream = { isTTY: false, write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream;
  const completed: string[] = [];
  interrupt.start();
  try {
    const outcome = await runSteps(steps, {
      root,
      logs: 'logs/run',
      interrupt,
      progress: new Progress(steps.length, stream),
      remember: ({ id }) => completed.push(id),
    });
    return { outcome, completed };
  } finally {
    interrupt.stop();
  }
}

/** Calls that steps made, without the tunnels beside them. */
const calls = () => fakes.calls().filter(({ call }) => !call.startsWith('aws ssm start-session'));

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

beforeAll(() => {
  cpSync(join(repository, 'dist/eco2'), join(root, 'dist/eco2'), { recursive: true });
  mkdirSync(join(root, 'ansible'));
  Object.assign(process.env, fakes.env);
  layOutputs(fakes);
  layApplications(fakes, applications);
});
beforeEach(() => fakes.calm());
afterAll(() => {
  process.env = before;
  rmSync(root, { recursive: true, force: true });
});

describe.each([
  ['up', up],
  ['down', down],
])('the steps of %s', (_verb, steps) => {
  test('run in order, each with its arguments, environment and folder', async () => {
    const { outcome, completed } = await run(steps);
    expect(outcome).toEqual({ ended: 'done' });
    expect(completed).toEqual(steps.map(({ id }) => id));
    expect(new Set(completed).size).toBe(completed.length);
    expect(calls()).toEqual(
      commandsOf(steps).map((step) => ({
        call: callOf(step),
        cwd: join(root, step.cwd),
        automation: step.program === 'terraform' ? '1' : '',
        region: step.program === 'terraform' || step.program === 'ansible-playbook' ? 'ap-northeast-2' : '',
      })),
    );
  });

  test.each(commandsOf(steps).map((step) => [step.id, step] as const))(
    'fail at %s, say so, and go on from there',
    async (id, step) => {
      fakes.disturb('fail', callOf(step));
      const { outcome, completed } = await run(from(steps, id));
      expect(outcome).toMatchObject({
        ended: 'failed',
        step: { id },
        reason: `${step.program} ended with exit code 1`,
      });
      expect(completed).toEqual([]);
      fakes.calm();
      const rest = from(steps, step.resumeAt ?? id);
      expect((await run(rest)).outcome).toEqual({ ended: 'done' });
      expect(calls().map(({ call }) => call)).toEqual(commandsOf(rest).map(callOf));
    },
  );

  test.each(commandsOf(steps).map((step) => [step.id, step] as const))(
    'interrupted at %s, end the program with one signal and keep what was done',
    async (id, step) => {
      fakes.disturb('hang', callOf(step));
      const running = run(from(steps, id));
      const pid = await fakes.hanging();
      process.emit('SIGINT');
      const { outcome, completed } = await running;
      expect(outcome).toMatchObject({ ended: 'interrupted', step: { id } });
      expect({ completed, interrupts: fakes.interrupts, gone: isGone(pid) }).toEqual({
        completed: [],
        interrupts: 1,
        gone: true,
      });
    },
  );
});

describe('bringing a cluster up', () => {
  test('makes the bucket of the state first and the machines before the names', () => {
    const order = ['state-apply', 'state-migrate', 'network-apply', 'nodes-apply', 'edge-apply', 'inventory'];
    const after = ['ansible-site', 'kubeconfig', 'hand-off', 'root-app', 'wait'];
    const ids = up.map(({ id }) => id);
    expect([...order, ...after].map((id) => ids.indexOf(id))).toEqual(
      [...order, ...after].map((id) => ids.indexOf(id)).sort((a, b) => a - b),
    );
  });

  test('leaves the state alone where bucket and table are there', () => {
    const ids = upSteps(cluster, { ...connection, stateExists: true, applications }).map(({ id }) => id);
    expect(ids).not.toContain('state-local');
    expect(ids.indexOf('state-migrate')).toBeLessThan(ids.indexOf('state-plan'));
  });

  test('applies no plan that destroys something', async () => {
    fakes.answer('plan.json', {
      resource_changes: [{ address: 'aws_instance.k8s-redis', change: { actions: ['delete', 'create'] } }],
    });
    const { outcome } = await run(from(up, 'nodes-plan'));
    fakes.answer('plan.json', {});
    expect(outcome).toMatchObject({
      ended: 'failed',
      step: { id: 'nodes-review', resumeAt: 'nodes-plan' },
      reason: 'the plan destroys aws_instance.k8s-redis',
    });
    expect(calls().some(({ call }) => call.includes(' apply '))).toBe(false);
  });

  test('writes inventory and hand-off from the outputs of this apply', async () => {
    await run(from(up, 'nodes-outputs'));
    const read = (file: string) =>
      JSON.parse(readFileSync(join(root, '.operate/eco2', file), 'utf8')) as unknown;
    expect(read('inventory.yaml')).toMatchObject({
      all: { vars: { hosted_zone_id: 'Z123', kubeconfig_server: 'https://127.0.0.1:16443' } },
    });
    expect(read('tunnel.json')).toMatchObject({
      Target: 'i-0abc',
      Parameters: { portNumber: ['6443'], localPortNumber: ['16443'] },
    });
    const { data } = read('terraform-outputs.json') as { data: Record<string, string> };
    expect(Object.keys(data).sort()).toEqual([
      'ansible_inventory',
      'api_public_ip',
      'edge_identity_roles',
      'hosted_zone_id',
      'identity_roles',
      'nodes',
    ]);
    expect(data['edge_identity_roles']).toBe('{"external-dns":"role-of-external-dns"}');
  });

  test('opens a tunnel beside a step that needs it, and ends it with the step', async () => {
    fakes.disturb('hang', callOf(commandsOf(from(up, 'wait'))[0] as CommandStep));
    const running = run(from(up, 'wait'));
    await fakes.hanging();
    const tunnel = await fakes.tunnel();
    expect(isGone(tunnel)).toBe(false);
    process.emit('SIGINT');
    await running;
    expect(isGone(tunnel)).toBe(true);
  });

  test('names the Applications that are not there yet', async () => {
    layApplications(fakes, applications.slice(1));
    const { outcome } = await run(from(up, 'wait'));
    layApplications(fakes, applications);
    expect(outcome).toMatchObject({
      ended: 'failed',
      step: { id: 'wait' },
      reason: `${String(applications.length - 1)} of ${String(applications.length)} Applications; ${applications[0] ?? ''} missing`,
    });
  });
});

describe('taking a cluster down', () => {
  test('lets Kubernetes remove its own first and then destroys in reverse', () => {
    const destroyed = commandsOf(down)
      .map(({ id }) => id)
      .filter((id) => id === 'destroy-prepare' || (id.endsWith('-destroy') && !id.includes('init')));
    expect(destroyed).toEqual(['destroy-prepare', 'edge-destroy', 'nodes-destroy', 'network-destroy']);
  });

  test('gives free exactly what the stacks protect', async () => {
    await run(from(down, 'edge-copy-destroy'));
    const override = JSON.parse(
      readFileSync(join(root, '.operate/eco2/terraform/edge/release_override.tf.json'), 'utf8'),
    ) as StackJson;
    expect(override.resource?.['aws_s3_bucket']?.['backups']).toEqual({
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
    expect(override.resource?.['aws_route53_zone']?.['public']).toEqual({
      lifecycle: { prevent_destroy: false },
    });
  });

  test('does not make a machine again that is gone already', async () => {
    fakes.answer('plan.json', {
      resource_changes: [{ address: 'aws_instance.k8s-redis', change: { actions: ['create'] } }],
    });
    const { outcome } = await run(from(down, 'nodes-free'));
    fakes.answer('plan.json', {});
    expect(outcome).toMatchObject({ ended: 'failed', step: { id: 'nodes-free-review' } });
  });
});
