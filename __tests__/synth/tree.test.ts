import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { withFileLists } from '../../synth/file-list';
import type { OutputFile } from '../../synth/produced-file';
import { isEmpty, planTree } from '../../synth/tree/plan';
import { recoverTree, writeTree } from '../../synth/tree/write-tree';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'eco2-tree-'))));
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const file = (path: string, text: string, cluster = 'lab'): OutputFile => ({ path, text, cluster });
const sync = (files: readonly OutputFile[], isPartial = false) => {
  writeTree(root, planTree(root, files, isPartial));
};

function tree(): Record<string, string> {
  if (!existsSync(join(root, 'dist'))) return {};
  const entries = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(root.length + 1), readFileSync(path, 'utf8')])
      .sort(),
  );
}

describe('writeTree', () => {
  const first = withFileLists([file('dist/lab/a.yaml', 'a'), file('dist/lab/deep/b.yaml', 'b')]);

  test('writes every file, and nothing the second time', () => {
    sync(first);
    expect(tree()['dist/lab/deep/b.yaml']).toBe('b');
    expect(isEmpty(planTree(root, first, false))).toBe(true);
  });

  test('leaves unchanged files untouched', () => {
    sync(first);
    const before = statSync(join(root, 'dist/lab/a.yaml'));
    sync(withFileLists([file('dist/lab/a.yaml', 'a'), file('dist/lab/deep/b.yaml', 'changed')]));
    const after = statSync(join(root, 'dist/lab/a.yaml'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('removes what earlier runs wrote and a folder that gets empty, and never a foreign file', () => {
    sync(first);
    writeFileSync(join(root, 'dist/lab/notes.txt'), 'mine');
    mkdirSync(join(root, 'dist/other'));
    writeFileSync(join(root, 'dist/other/file'), 'mine too');
    sync(withFileLists([file('dist/lab/a.yaml', 'a')]));
    expect(Object.keys(tree())).toEqual([
      'dist/lab/a.yaml',
      'dist/lab/files.json',
      'dist/lab/notes.txt',
      'dist/other/file',
    ]);
    expect(existsSync(join(root, 'dist/lab/deep'))).toBe(false);
  });

  test('removes a cluster that is no longer defined, but not one that was only left out', () => {
    const other = file('dist/other/c.yaml', 'c', 'other');
    sync(withFileLists([...first.slice(0, 2), other]));
    sync(first, true);
    expect(tree()['dist/other/c.yaml']).toBe('c');
    sync(first);
    expect(Object.keys(tree()).filter((path) => path.startsWith('dist/other/'))).toEqual([]);
  });

  test('a list that names files outside the repository removes nothing there', () => {
    sync(first);
    const outside = `${root}-outside`;
    writeFileSync(outside, 'mine');
    writeFileSync(
      join(root, 'dist/lab/files.json'),
      JSON.stringify({ files: { [`../${outside.split('/').at(-1) ?? ''}`]: 'x', [outside]: 'x' } }),
    );
    sync(first);
    expect(readFileSync(outside, 'utf8')).toBe('mine');
    rmSync(outside);
  });

  test('leaves the old tree when it cannot write the new one', () => {
    sync(first);
    const old = tree();
    writeFileSync(join(root, '.dist-next'), 'in the way');
    const blocked = planTree(root, withFileLists([file('dist/lab/a.yaml/below', 'a')]), false);
    expect(() => {
      writeTree(root, { ...blocked, remove: [] });
    }).toThrow();
    expect(tree()).toEqual(old);
  });

  test('a kill at any of 50 random moments leaves the old tree or the new one', async () => {
    const version = (text: string) =>
      withFileLists(
        Array.from({ length: 150 }, (_, n) => file(`dist/lab/${String(n % 9)}/${String(n)}.yaml`, text)),
      );
    const trees = ['old', 'new'].map(version);
    const expected = trees.map((files) =>
      JSON.stringify(
        Object.fromEntries(files.map(({ path, text }) => [path, text] as [string, string]).sort()),
      ),
    );
    const script = join(root, 'writer.cjs');
    buildSync({
      stdin: {
        contents: loop,
        resolveDir: dirname(require.resolve('../../synth/tree/write-tree')),
        loader: 'ts',
      },
      outfile: script,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
    writeFileSync(join(root, 'trees.json'), JSON.stringify(trees));
    sync(trees[0] ?? []);
    const seen = new Set<string>();
    for (let kill = 0; kill < 50; kill++) {
      const writer = spawn(process.execPath, [script, root], { stdio: ['ignore', 'pipe', 'inherit'] });
      const turnMilliseconds = await new Promise<number>((resolve) =>
        writer.stdout.once('data', (text: Buffer) => {
          resolve(Number(text.toString()));
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3 * turnMilliseconds));
      writer.kill('SIGKILL');
      await new Promise((resolve) => writer.once('exit', resolve));
      recoverTree(root);
      const found = JSON.stringify(tree());
      expect(expected).toContain(found);
      seen.add(found);
    }
    expect(seen.size).toBe(2);
  }, 60_000);
});

/** Writes the two trees in turn until it is killed. */
const loop = `
  import { readFileSync } from 'node:fs';
  import { planTree } from './plan';
  import { writeTree } from './write-tree';
  const root = process.argv[2] ?? '';
  const trees = JSON.parse(readFileSync(root + '/trees.json', 'utf8'));
  for (let turn = 0; ; turn++) {
    const start = performance.now();
    writeTree(root, planTree(root, trees[turn % 2], false));
    if (turn === 1) process.stdout.write(String(performance.now() - start));
  }
`;
