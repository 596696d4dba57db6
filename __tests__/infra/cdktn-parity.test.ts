import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '../..');

/** The stacks of all clusters, with some packages resolved to others. */
function synthesizedWith(alias: Record<string, string>): Record<string, unknown> {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'raw-stacks.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    alias,
    keepNames: true,
    loader: { '.sh': 'text', '.lua': 'text', '.script.cjs': 'text' },
    logLevel: 'error',
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-'], {
    cwd: root,
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** Paths at which two JSON values differ, with both values; the order of keys counts too. */
function differences(one: unknown, two: unknown, path: readonly string[] = []): [string, unknown, unknown][] {
  if (isObject(one) && isObject(two) && Object.keys(one).join('\n') === Object.keys(two).join('\n'))
    return Object.keys(one).flatMap((key) => differences(one[key], two[key], [...path, key]));
  return JSON.stringify(one) === JSON.stringify(two) ? [] : [[path.join(' › '), one, two]];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

describe('the stacks under cdktn, the living fork of cdktf', () => {
  const ours = synthesizedWith({});
  const theirs = synthesizedWith({ cdktf: 'cdktn', '@cdktf/provider-aws': '@cdktn/provider-aws' });

  test('are the same stacks', () => {
    expect(Object.keys(theirs)).toEqual(Object.keys(ours));
    expect(Object.keys(ours).length).toBeGreaterThan(0);
  });

  test.each(Object.keys(ours))('%s is the same but for the version in the notes of its CDK', (name) => {
    expect(differences(ours[name], theirs[name])).toEqual([['// › metadata › version', '0.21.0', '0.24.0']]);
  });
});
