import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clusters } from '../../../../clusters/all';
import type { RepositoryConfig } from '../../../../model/atlantis/repository-config';
import type { ServerConfig } from '../../../../model/atlantis/server-config';

const root = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const projectsOf = (path: string) => (parse(read(path)) as RepositoryConfig).projects ?? [];

/** A container's file system, as far as the two ConfigMaps fill it. */
class Container {
  readonly folder = mkdtempSync(join(tmpdir(), 'atlantis-'));

  constructor(readonly cluster: string) {
    for (const [name, mount] of [
      ['atlantis-config', 'config'],
      ['atlantis-scripts', 'scripts'],
    ] as const) {
      mkdirSync(join(this.folder, mount), { recursive: true });
      for (const [file, text] of Object.entries(this.configMap(name)))
        writeFileSync(join(this.folder, mount, file), text);
    }
  }

  configMap(name: string): Record<string, string> {
    const path = `dist/${this.cluster}/manifests/gitops-tools/configmap-${name}.yaml`;
    return (parse(read(path)) as { data: Record<string, string> }).data;
  }

  /** Runs a step's command as Atlantis does, in a shell with its variables. */
  step(command: string, folder: string, dir: string) {
    const here = command
      .replaceAll('/opt/tools/node', process.execPath)
      .replaceAll('/etc/atlantis', this.folder);
    return spawnSync('sh', ['-c', here], {
      encoding: 'utf8',
      cwd: folder,
      env: { PATH: process.env['PATH'], DIR: folder, REPO_REL_DIR: dir, WORKSPACE: 'default' },
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

describe.each(clusters.map(({ name }) => name))('The server of %s', (cluster) => {
  let container: Container;
  let checkout: string;
  beforeAll(() => {
    container = new Container(cluster);
    checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
    execFileSync('git', ['init', '-q'], { cwd: checkout });
    execFileSync('cp', ['-r', join(root, 'dist'), checkout]);
    execFileSync('git', ['add', '--all'], { cwd: checkout });
  });
  afterAll(() => {
    container.remove();
    rmSync(checkout, { recursive: true });
  });

  const server = () => parse(container.configMap('atlantis-config')['repos.yaml'] ?? '') as ServerConfig;
  const firstStep = (command: 'plan' | 'apply' | 'import' | 'state_rm'): string => {
    const step = Object.values(server().workflows ?? {})[0]?.[command]?.steps[0];
    if (typeof step !== 'object' || !('run' in step) || typeof step.run !== 'string')
      throw new Error('no program');
    return step.run;
  };

  test('lets every stack of its own through, with the programs and the policy as they are mounted', () => {
    const projects = projectsOf(`dist/${cluster}/atlantis.yaml`);
    expect(projects.length).toBeGreaterThan(0);
    for (const { dir } of projects) {
      const { status, stderr } = container.step(firstStep('plan'), join(checkout, dir), dir);
      expect({ dir, status, stderr }).toEqual({ dir, status: 0, stderr: '' });
    }
  });

  test('refuses the stacks of another cluster', () => {
    for (const { dir } of projectsOf('atlantis.yaml').filter(
      ({ dir: path }) => !path.startsWith(`dist/${cluster}/`),
    ))
      expect(container.step(firstStep('plan'), join(checkout, dir), dir)).toMatchObject({ status: 1 });
  });

  test('runs the guard first, whatever the command', () => {
    const guard = firstStep('plan');
    expect(guard).toContain('guard.script.cjs');
    for (const command of ['apply', 'import', 'state_rm'] as const) expect(firstStep(command)).toBe(guard);
  });

  test('reads the file that lists exactly its own projects', () => {
    expect(server().repos.map((repository) => repository.repo_config_file)).toEqual([
      `dist/${cluster}/atlantis.yaml`,
    ]);
    expect(projectsOf(`dist/${cluster}/atlantis.yaml`)).toEqual(
      projectsOf('atlantis.yaml').filter(({ dir }) => dir.startsWith(`dist/${cluster}/`)),
    );
  });

  test('hands over with the same settings as an operator', () => {
    const file = JSON.parse(read(`dist/${cluster}/hand-off.json`)) as Record<string, unknown>;
    delete file['//'];
    expect(JSON.parse(container.configMap('atlantis-config')['hand-off.json'] ?? '')).toEqual(file);
  });
});

test('Every project comes after the projects that it depends on', () => {
  const projects = projectsOf('atlantis.yaml');
  const names = projects.map(({ name }) => name ?? '');
  expect(new Set(names).size).toBe(names.length);
  for (const [index, { depends_on: before = [] }] of projects.entries())
    for (const name of before) expect(names.slice(0, index)).toContain(name);
});
