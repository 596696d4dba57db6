import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
/** Not part of a checkout, or not needed to run the command line. */
const left = [
  '.git',
  'node_modules',
  '__tests__',
  'bench',
  'rehearsal',
  'cdktf.out',
  'cdk8s.out',
  'coverage',
];

const cacheFolder = 'node_modules/.cache/eco2-platform';

/**
 * A copy of the project that a test may break: sources, outputs and bundles are copied, packages linked, and what the last
 * run found is left out.
 */
export class ProjectCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'eco2-project-'));

  constructor() {
    for (const name of readdirSync(root))
      if (!left.includes(name)) cpSync(join(root, name), this.path(name), { recursive: true });
    mkdirSync(this.path('node_modules'));
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), this.path('node_modules', name));
    for (const name of readdirSync(join(root, cacheFolder)).filter((file) =>
      /^(packages-)?[0-9a-f]+\.c(js|ode)$/.test(file),
    ))
      cpSync(join(root, cacheFolder, name), join(this.cache, name));
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** Where bundles and the state of the last run are kept. */
  get cache(): string {
    return this.path(cacheFolder);
  }

  /** Runs the command line as `npm run` does. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = this.root) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.path('cli/launch.cjs'), ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    return { status, stdout, stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
