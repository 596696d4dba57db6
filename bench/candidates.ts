import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Candidate } from './measure';

/** Compiled JavaScript of the apps, for those who precompile theirs. */
const compiled = 'bench/.compiled';

/** Everything that is compared, ours first. */
export function candidates(root: string): Candidate[] {
  compile(root);
  return [
    { name: 'node -e 0', commands: ['node -e 0'] },
    { name: 'synth, up to date', commands: ['node cli/launch.cjs synth'] },
    {
      name: 'synth, cold',
      commands: ['node cli/launch.cjs synth'],
      prepare: () => {
        forgetState(root);
      },
    },
    {
      name: 'synth --check, cold',
      commands: ['node cli/launch.cjs synth --check'],
      prepare: () => {
        forgetState(root);
      },
    },
    {
      // As the projects that `cdktf init` and `cdk8s init` make run it.
      name: 'cdktf synth + cdk8s synth, ts-node with types',
      commands: cdks(
        'npx ts-node --typeCheck --files infra/main.ts',
        'npx ts-node --typeCheck --files -r ./charts/text-modules.cjs manifests/main.ts',
      ),
    },
    {
      // As cdktf.json and cdk8s.yaml here run it: tsconfig.json asks for transpileOnly.
      name: 'cdktf synth + cdk8s synth, ts-node',
      commands: cdks(
        'npx ts-node infra/main.ts',
        'npx ts-node -r ./charts/text-modules.cjs manifests/main.ts',
      ),
    },
    {
      name: 'cdktf synth + cdk8s synth, precompiled',
      commands: cdks(
        `node ${compiled}/infra/main.js`,
        `node -r ./charts/text-modules.cjs ${compiled}/manifests/main.js`,
      ),
    },
    ...kustomize(root),
  ];
}

/** Both CDKs' command lines, as their users run them. */
function cdks(infra: string, manifests: string): string[] {
  return [
    `node bench/node_modules/.bin/cdktf synth --hcl=false --output bench/.out/cdktf --app "${infra}"`,
    `node bench/node_modules/.bin/cdk8s synth --check-upgrade=false --output cdk8s.out --app "${manifests}"`,
  ];
}

function compile(root: string): void {
  rmSync(join(root, compiled), { recursive: true, force: true });
  const options = [
    '--noEmit',
    'false',
    '--outDir',
    compiled,
    '--module',
    'commonjs',
    '--moduleResolution',
    'node10',
    '--incremental',
    'false',
  ];
  const compiler = 'node_modules/typescript/bin/tsc';
  execFileSync(process.execPath, [compiler, '-p', 'bench/tsconfig.apps.json', ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const folder of ['charts', 'manifests'])
    cpSync(join(root, folder), join(root, compiled, folder), {
      recursive: true,
      filter: (path) => extname(path) === '' || /\.(sh|lua|script\.cjs)$/.test(path),
    });
}

/** Everything that an up-to-date run knows; the bundle stays, as it does for users. */
function forgetState(root: string): void {
  rmSync(join(root, 'node_modules/.cache/eco2-platform/report.json'), { force: true });
}

/** The manifests alone through kustomize, where a kubectl exists. */
function kustomize(root: string): Candidate[] {
  if (spawnSync('kubectl', ['version', '--client']).status !== 0) return [];
  const folder = join(root, 'bench/.out/kustomize');
  mkdirSync(folder, { recursive: true });
  const clusters = readdirSync(join(root, 'dist')).filter((name) =>
    existsSync(join(root, 'dist', name, 'manifests')),
  );
  const files = clusters.flatMap((cluster) =>
    readdirSync(join(root, 'dist', cluster, 'manifests'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const cluster of clusters) {
    const own = join(folder, cluster);
    mkdirSync(own, { recursive: true });
    const resources = files.filter((file) => file.includes(`/dist/${cluster}/`));
    const links = resources.map((file) => `../../../..${file.slice(root.length)}`);
    writeFileSync(
      join(own, 'kustomization.yaml'),
      `resources:\n${links.map((link) => `  - ${link}`).join('\n')}\n`,
    );
  }
  return [
    {
      name: 'kubectl kustomize (manifests only)',
      isForeign: true,
      commands: clusters.map(
        (cluster) =>
          `kubectl kustomize --load-restrictor LoadRestrictionsNone bench/.out/kustomize/${cluster}`,
      ),
    },
  ];
}
