import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The command on a machine that has neither terraform nor tofu. */
function withoutBinary(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'cli/launch.cjs'), 'validate-terraform', ...args],
    { encoding: 'utf8', env: { PATH: tmpdir(), HOME: tmpdir(), NO_COLOR: '1' } },
  );
  return { status, stderr, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe('eco2 validate-terraform without terraform or tofu', () => {
  test('counts every stack as skipped, and says why on the last line', () => {
    expect(withoutBinary()).toEqual({
      status: 0,
      stderr: '',
      lastLine: expect.stringMatching(
        /^0 passed, 0 failed, [1-9]\d* skipped: there is no terraform or tofu on PATH/,
      ),
    });
  });

  test('ends with the exit code that its caller chose for a skip', () => {
    expect(withoutBinary('--cluster', 'eco2', '--skipped-exit-code', '77').status).toBe(77);
  });

  test('refuses a named binary that is none, instead of skipping', () => {
    expect(withoutBinary('--terraform', join(root, 'package.json'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('package.json: is not an executable file'),
    });
  });
});
