import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { ProjectCopy } from '../support/project-copy';

/** Each process bundles its sources first, which takes long on a busy machine. */
const patience = 120_000;
/** One copy for all tests: each changes applications of its own. */
let project: ProjectCopy;
beforeAll(() => (project = new ProjectCopy()));
afterAll(() => {
  project.remove();
});

const table = (cluster = 'eco2') =>
  JSON.parse(readFileSync(project.path(`clusters/${cluster}.images.json`), 'utf8')) as Record<string, string>;
const deployment = (domain: string, cluster = 'eco2') =>
  readFileSync(project.path(`dist/${cluster}/manifests/api-${domain}/deployment-${domain}-api.yaml`), 'utf8');
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('eco2 image', () => {
  test(
    'sets one tag, writes exactly what follows from it, and says so',
    () => {
      const { status, stdout, stderr } = project.run(['image', 'auth', 'v1.2.3']);
      expect({ status, stderr, lines: stdout.trim().split('\n') }).toEqual({
        status: 0,
        stderr: '',
        lines: [
          'clusters/eco2.images.json: auth-api v1.0.0 → v1.2.3',
          'changed dist/eco2/manifests/api-auth/deployment-auth-api.yaml',
          'changed dist/eco2/files.json',
        ],
      });
      expect(deployment('auth')).toContain('image: ghcr.io/sesacthon/auth-api:v1.2.3');
      expect(project.run(['synth', '--check']).status).toBe(0);
      expect(project.run(['image', 'auth', 'v1.2.3']).stdout).toBe(
        'clusters/eco2.images.json: auth-api is v1.2.3 already\n',
      );
    },
    patience,
  );

  test(
    'takes a digest, an application’s name and another cluster',
    () => {
      expect(project.run(['image', 'auth-api', digest, '--cluster', 'eco2-13'])).toMatchObject({ status: 0 });
      expect(deployment('auth', 'eco2-13')).toContain(`image: ghcr.io/sesacthon/auth-api@${digest}`);
      expect(table()['auth-api']).not.toBe(digest);
    },
    patience,
  );

  test.each(['latest', 'v1.0.0:x', 'sha256:abc', 'a/b', '', 'v1 0'])(
    'refuses "%s" and writes nothing',
    (version) => {
      const before = readFileSync(project.path('clusters/eco2.images.json'), 'utf8');
      const { status, stderr } = project.run(['image', 'scan', version]);
      expect(status).toBe(1);
      expect(stderr).toContain(`gitops.images.scan-api: is "${version}"`);
      expect(stderr).toContain('Nothing was written.');
      expect(readFileSync(project.path('clusters/eco2.images.json'), 'utf8')).toBe(before);
    },
  );

  test(
    'sets the image of the hooks, which belongs to no domain',
    () => {
      const { status, stdout } = project.run(['image', 'platform-tools', 'v9.0.0']);
      expect([status, stdout]).toEqual([0, expect.stringContaining('platform-tools v')]);
      expect(table()['platform-tools']).toBe('v9.0.0');
    },
    patience,
  );

  test(
    'names the nearest application',
    () => {
      const { status, stderr } = project.run(['image', 'atuh', 'v1']);
      expect([status, stderr]).toEqual([1, expect.stringContaining('Did you mean auth?')]);
    },
    patience,
  );

  test(
    'loses neither of two that run at the same time',
    async () => {
      const run = (name: string) =>
        once(
          spawn(process.execPath, [project.path('cli/launch.cjs'), 'image', name, 'v2.0.0'], {
            stdio: 'ignore',
          }),
          'exit',
        );
      expect(await Promise.all(['chat', 'info', 'storage'].map(run))).toEqual([
        [0, null],
        [0, null],
        [0, null],
      ]);
      expect(table()).toMatchObject({
        'chat-api': 'v2.0.0',
        'info-api': 'v2.0.0',
        'worker-storage': 'v2.0.0',
      });
      expect(deployment('chat') + deployment('info')).toMatch(/chat-api:v2\.0\.0[^]*info-api:v2\.0\.0/);
      expect(project.run(['synth', '--check']).status).toBe(0);
    },
    patience,
  );

  test(
    'on two branches, for two applications that stand side by side, merges without a conflict',
    () => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
          cwd: project.root,
          encoding: 'utf8',
        });
      git('init', '-q', '-b', 'main');
      git('add', 'clusters', 'dist', 'atlantis.yaml');
      git('commit', '-qm', 'base');
      for (const name of ['location', 'my']) {
        git('switch', '-q', '-c', name, 'main');
        expect(project.run(['image', name, 'v3.0.0']).status).toBe(0);
        git('commit', '-qam', name);
      }
      git('merge', '-q', '--no-edit', 'location');
      expect(table()).toMatchObject({ 'location-api': 'v3.0.0', 'my-api': 'v3.0.0' });
      expect(project.run(['synth', '--check']).status).toBe(0);
    },
    patience,
  );
});
