import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ProjectCopy } from '../support/project-copy';

let project: ProjectCopy;
beforeEach(() => (project = new ProjectCopy()));
afterEach(() => {
  project.remove();
});

describe('eco2 synth', () => {
  test('--check passes on the committed tree, in another time zone, locale and working directory', () => {
    const env = { TZ: 'Asia/Seoul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(project.run(['synth', '--check'], env, tmpdir())).toMatchObject({ status: 0, stderr: '' });
  });

  test('--check names each file that differs and the command that mends it, and writes nothing', () => {
    writeFileSync(project.path('atlantis.yaml'), 'version: 3\n');
    rmSync(project.path('dist/eco2/ansible/inventory.yaml'));
    const { status, stdout } = project.run(['synth', '--check']);
    expect(status).toBe(1);
    expect(stdout).toContain('missing  dist/eco2/ansible/inventory.yaml');
    expect(stdout).toContain('differs  atlantis.yaml');
    expect(stdout).toContain('Run: npm run synth');
    expect(readFileSync(project.path('atlantis.yaml'), 'utf8')).toBe('version: 3\n');
    expect(project.run(['synth']).status).toBe(0);
    expect(project.run(['synth', '--check']).status).toBe(0);
  });

  test('a wrong cluster name gets the nearest right one', () => {
    const { status, stderr } = project.run(['synth', '--cluster', 'eco3']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('Did you mean eco2?')]);
  });

  test('a wrong option ends with exit code 2 and the nearest right one', () => {
    const { status, stderr } = project.run(['synth', '--chekc']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('Did you mean --check?')]);
  });

  test('a broken definition prints every finding, exits 1 and leaves dist as it was', () => {
    const path = project.path('clusters/eco2.ts');
    const before = readFileSync(project.path('dist/eco2/files.json'), 'utf8');
    writeFileSync(path, readFileSync(path, 'utf8').replace('standardVcpu: 32', 'standardVcpu: 16'));
    const images = project.path('clusters/eco2.images.json');
    writeFileSync(
      images,
      readFileSync(images, 'utf8').replace('"auth-api": "v1.0.0"', '"auth-api": "latest"'),
    );
    const { status, stderr } = project.run(['synth']);
    expect(status).toBe(1);
    expect(stderr).toContain('eco2: nodes: need 28 vCPUs');
    expect(stderr).toContain('eco2: gitops.images.auth-api: is "latest"');
    expect(stderr).toContain('Nothing was written.');
    expect(readFileSync(project.path('dist/eco2/files.json'), 'utf8')).toBe(before);
  });

  test('a definition that throws is shown with its own message', () => {
    writeFileSync(
      project.path('clusters/eco2-13.ts'),
      "export const eco2x13: never = (() => { throw new Error('no such thing'); })();\n",
    );
    const { status, stderr } = project.run(['synth']);
    expect(status).toBe(1);
    expect(stderr).toContain('a definition throws: Error: no such thing');
    expect(stderr).toMatch(/clusters\/eco2-13\.ts:1:\d+/);
  });

  test("a dist that cannot be written is said in the user's words", () => {
    rmSync(project.path('dist'), { recursive: true });
    writeFileSync(project.path('dist'), 'a file');
    const { status, stderr } = project.run(['synth']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('cannot be written')]);
    expect(readFileSync(project.path('dist'), 'utf8')).toBe('a file');
  });

  test('--watch synthesizes again after a change of a definition, until it is interrupted', async () => {
    const args = [project.path('cli/launch.cjs'), 'synth', '--watch'];
    const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
    const path = project.path('clusters/eco2.ts');
    const inventory = () => readFileSync(project.path('dist/eco2/ansible/inventory.yaml'), 'utf8');
    await new Promise<void>((resolve) =>
      child.stdout.on('data', (text: Buffer) => {
        if (text.includes('Watching')) resolve();
      }),
    );
    const before = inventory();
    const finished = new Promise<void>((resolve) =>
      child.stdout.on('data', (text: Buffer) => {
        if (text.includes('resources')) resolve();
      }),
    );
    writeFileSync(path, readFileSync(path, 'utf8').replace('number: 23', 'number: 33'));
    await finished;
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(inventory()).not.toBe(before);
  }, 30_000);

  test('--help lists every option', () => {
    const { status, stdout } = project.run(['synth', '--help']);
    expect(status).toBe(0);
    for (const option of ['--cluster', '--check', '--watch']) expect(stdout).toContain(option);
  });
});
