import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { ProjectCopy } from '../support/project-copy';

/** One copy for all tests: each leaves sources and outputs as they were. */
let project: ProjectCopy;
beforeAll(() => (project = new ProjectCopy()));
afterAll(() => {
  project.remove();
});

const bundles = () => readdirSync(project.cache).filter((name) => name.endsWith('.cjs'));

describe('the launcher', () => {
  test('notices an output that somebody changed after an up-to-date run', () => {
    project.run(['synth']);
    project.run(['synth']);
    const path = project.path('atlantis.yaml');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('version: 3', 'version: 2'));
    expect(project.run(['synth', '--check'])).toMatchObject({ status: 1 });
    project.run(['synth']);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('never runs a stale bundle, whatever the times of the changed file say', () => {
    project.run(['synth']);
    const path = project.path('synth/marker.ts');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('Edit the definition', 'Edit the DEFINITION'));
    utimesSync(path, new Date(0), new Date(0));
    expect(project.run(['synth', '--check']).stdout).toContain('differs  atlantis.yaml');
    writeFileSync(path, text);
    expect(project.run(['synth', '--check']).status).toBe(0);
  });

  test('builds the packages again only where they are not there', () => {
    project.run(['synth']);
    const packages = () =>
      bundles()
        .filter((name) => name.startsWith('packages-'))
        .map((name) => `${name} of ${String(statSync(`${project.cache}/${name}`).mtimeMs)}`);
    const built = packages();
    const source = project.path('synth/marker.ts');
    const text = readFileSync(source, 'utf8');
    writeFileSync(source, `${text}// changed\n`);
    expect(project.run(['synth', '--check']).status).toBe(0);
    expect(packages()).toEqual(built);
    writeFileSync(source, text);
    for (const name of bundles().filter((bundle) => bundle.startsWith('packages-')))
      rmSync(`${project.cache}/${name}`);
    expect(project.run(['synth', '--check', '--cluster', 'eco2']).status).toBe(0);
    expect(packages()).toHaveLength(1);
  });

  test('builds the command that is run, and every command for help and for a wrong name', () => {
    for (const name of bundles()) rmSync(`${project.cache}/${name}`);
    const commands = () =>
      bundles()
        .filter((name) => !name.startsWith('packages-'))
        .map((name) => name.split('.')[1]);
    expect(project.run(['cost']).status).toBe(0);
    expect(commands()).toEqual(['cost']);
    expect(project.run(['snyth'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean synth?') as string,
    });
    expect(commands()).toEqual(['cost', 'every-command']);
    const { stdout } = project.run(['--help']);
    const names = readdirSync(project.path('cli/commands')).map((name) => name.replace('.ts', ''));
    expect(names.filter((name) => !new RegExp(`^  ${name} `, 'm').test(stdout))).toEqual([]);
  });

  test.each([['place'], ['synth']])('%s does not mind a reader that has seen enough', async (command) => {
    project.run(['synth']);
    const child = spawn(process.execPath, [project.path('cli/launch.cjs'), command]);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const [status] = (await once(child, 'close')) as [number];
    expect([status, stderr]).toEqual([0, '']);
  });

  test('survives a broken state, a broken code cache and a missing cache', () => {
    project.run(['synth']);
    for (const name of ['sources', 'report']) writeFileSync(`${project.cache}/${name}.json`, '{"inputs":');
    for (const name of readdirSync(project.cache).filter((file) => file.endsWith('.code')))
      writeFileSync(`${project.cache}/${name}`, 'no code');
    expect(project.run(['synth', '--check']).status).toBe(0);
    rmSync(project.cache, { recursive: true });
    expect(project.run(['synth', '--check']).status).toBe(0);
  });

  test('ends without a bundle, and so without a CDK, when nothing has changed', () => {
    expect(project.run(['synth']).status).toBe(0);
    for (const name of bundles()) rmSync(`${project.cache}/${name}`);
    const { status, stdout } = project.run(['synth', '--check']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('dist is up to date')]);
    expect(bundles()).toEqual([]);
  });
});
