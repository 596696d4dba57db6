import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOffConfig } from '../../../../charts/gitops-tools/atlantis/hand-off-config';
import { KubernetesServer, type Answer } from '../../../support/kubernetes-server';

const script = join(__dirname, '../../../../charts/gitops-tools/atlantis/scripts/hand-off.script.cjs');
const stack = 'dist/eco2/terraform/nodes';
const outputs = {
  master_public_ip: { value: '203.0.113.7', sensitive: false },
  node_ips: { value: { master: '10.0.1.10' }, sensitive: false },
  inventory: { value: 'x'.repeat(2000), sensitive: false },
  account_id: { value: 'hidden', sensitive: true },
  identity_roles: { value: { dns: 'arn' }, sensitive: true },
};

let folder: string;
let server: KubernetesServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-off-'));
  server = new KubernetesServer();
  writeTerraform(`cat <<'EOT'\n${JSON.stringify(outputs)}\nEOT`);
});
afterEach(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

/** A `terraform` that records its arguments and then does what `body` says. */
function writeTerraform(body: string): void {
  const path = join(folder, 'terraform');
  writeFileSync(path, `#!/bin/sh\necho "$@" >> "${folder}/calls"\n${body}\n`);
  chmodSync(path, 0o755);
}

/** Runs the hand-off as the server does, against an API that answers as given. */
async function handOff(answer?: Answer, env: NodeJS.ProcessEnv = {}, path = stack) {
  const url = await server.start(answer);
  const config = join(folder, 'hand-off.json');
  writeFileSync(
    config,
    JSON.stringify({
      ...handOffConfig({ name: 'eco2' }),
      retry: { attempts: 4, milliseconds: 1 },
    }),
  );
  const child = spawn(process.execPath, [script, config, folder, path], {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, KUBERNETES_API: url, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const [status] = (await once(child, 'close')) as [number];
  return { status, output, paths: server.calls.map(({ method, path: at }) => `${method} ${at}`) };
}

const base = '/api/v1/namespaces/argocd';
const application = '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/infrastructure';

test('Outputs reach the ConfigMap and the cluster secret, and Argo CD looks again', async () => {
  const { status, output, paths } = await handOff();
  expect(paths).toEqual([
    `PATCH ${base}/configmaps/terraform-outputs?fieldManager=hand-off-nodes&force=true`,
    `GET ${base}/secrets/in-cluster`,
    `PATCH ${base}/secrets/in-cluster?fieldManager=hand-off-nodes&force=true`,
    `PATCH ${application}`,
    `GET ${application}`,
  ]);
  expect(server.calls.map(({ type }) => type)).toEqual([
    'application/apply-patch+yaml',
    undefined,
    'application/apply-patch+yaml',
    'application/merge-patch+json',
    undefined,
  ]);
  expect(server.calls[0]?.body).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'terraform-outputs', namespace: 'argocd' },
    data: {
      master_public_ip: '203.0.113.7',
      node_ips: '{"master":"10.0.1.10"}',
      inventory: 'x'.repeat(2000),
      identity_roles: '{"dns":"arn"}',
    },
  });
  expect(server.calls[2]?.body).toMatchObject({
    metadata: {
      annotations: {
        'terraform-outputs/master_public_ip': '203.0.113.7',
        'terraform-outputs/node_ips': '{"master":"10.0.1.10"}',
      },
    },
  });
  expect(server.calls[3]?.body).toEqual({
    metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } },
  });
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe(`-chdir=${folder} output -json -no-color\n`);
  expect({ status, output }).toEqual({
    status: 0,
    output: expect.stringContaining('infrastructure refreshed'),
  });
});

test('A sensitive output is handed over only where the cluster reads it, is no annotation, and is never printed', async () => {
  const { output } = await handOff();
  expect(JSON.stringify(server.calls)).not.toContain('hidden');
  expect(JSON.stringify(server.calls[2]?.body)).not.toContain('identity_roles');
  expect(output).not.toContain('arn');
  expect(JSON.stringify(server.calls[2]?.body)).not.toContain('terraform-outputs/inventory');
});

test('An API that fails for a while is asked again, and the same calls are made', async () => {
  const { status, paths } = await handOff((_call, nth) => (nth % 2 ? { status: 503 } : undefined));
  expect(status).toBe(0);
  expect(paths).toHaveLength(10);
  expect(paths[0]).toBe(paths[1]);
});

test.each(['/configmaps/', '/secrets/', '/applications/'])(
  'A refusal at %s fails at once and says how to run it again',
  async (part) => {
    const result = await handOff(({ path }) => (path.includes(part) ? { status: 403 } : undefined));
    expect(result.status).toBe(1);
    expect(result.output).toMatch(new RegExp(`FAILED: .*${part}.*403`));
    expect(result.output).toContain('docs/hand-off.md');
    expect(result.paths.filter((path) => path.includes(part))).toHaveLength(1);
  },
);

test('A cluster secret that does not come is waited for, never created, and then told', async () => {
  const result = await handOff(({ path }) => (path.includes('/secrets/') ? { status: 404 } : undefined));
  expect(result.status).toBe(1);
  expect(result.paths.filter((path) => path.includes('/secrets/'))).toEqual(
    Array(4).fill(`GET ${base}/secrets/in-cluster`),
  );
});

test('An API that never answers fails after the last attempt', async () => {
  const { status, paths } = await handOff(() => ({ status: 500 }));
  expect([status, paths.length]).toEqual([1, 4]);
});

test('An Argo CD that does not look again fails', async () => {
  const busy = { metadata: { annotations: { 'argocd.argoproj.io/refresh': 'normal' } } };
  const { status, output } = await handOff(() => ({ status: 200, body: busy }));
  expect([status, output]).toEqual([1, expect.stringContaining('has not refreshed infrastructure')]);
});

test('A Terraform that fails hands nothing over', async () => {
  writeTerraform('echo "no state" >&2; exit 1');
  expect(await handOff()).toMatchObject({ status: 1, paths: [] });
});

test('A stack of another cluster is refused, and no call is made', async () => {
  const { status, output, paths } = await handOff(undefined, {}, 'dist/eco2-13/terraform/nodes');
  expect({ status, paths }).toEqual({ status: 1, paths: [] });
  expect(output).toContain('dist/eco2-13/terraform/nodes is no stack of this cluster');
});

test('Without a cluster to talk to it fails', async () => {
  const { status, output } = await handOff(undefined, { KUBERNETES_API: '' });
  expect([status, output]).toEqual([1, expect.stringContaining('no cluster to hand over to')]);
});
