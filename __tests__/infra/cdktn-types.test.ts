import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eco2-types-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('infra/ compiles against cdktn and its provider bindings without a change', () => {
  const config = join(folder, 'tsconfig.json');
  const paths = {
    cdktf: [join(root, 'node_modules/cdktn')],
    'cdktf/lib/*': [join(root, 'node_modules/cdktn/lib/*')],
    '@cdktf/provider-aws/lib/*': [join(root, 'node_modules/@cdktn/provider-aws/lib/*')],
  };
  const compilerOptions = {
    rootDir: root,
    paths,
    incremental: false,
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const include = [join(root, 'infra/**/*.ts')];
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include }));
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', config, '--listFiles'], {
    encoding: 'utf8',
  });
  expect([status, stdout.match(/.*error TS.*/g)]).toEqual([0, null]);
  expect(stdout).toContain('node_modules/cdktn/');
  expect(stdout).not.toContain('node_modules/cdktf/');
}, 60_000);
