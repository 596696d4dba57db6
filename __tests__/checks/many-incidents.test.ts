import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Tree } from '../support/tree';
import { brokenCases } from './broken/cases';
import { together } from './broken/together';

const root = join(__dirname, '../..');

/** Writes the tree as somebody else's would lie on disk; JSON is YAML too. */
function write(tree: Tree, folder: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, content } of tree.files)
    put(path, content.kind === 'text' ? content.value : JSON.stringify(content.value, undefined, 2));
  for (const [path, text] of tree.texts) put(path, text);
}

describe('a tree with many incidents at once', () => {
  test('gives one sorted report with all of them, and exit code 1', () => {
    const cases = together.map((title) => {
      const found = brokenCases.find((one) => one.title === title);
      if (!found) throw new Error(`no case "${title}"`);
      return found;
    });
    const incidents = new Set(cases.flatMap((one) => one.incidents ?? []));
    expect(incidents.size).toBeGreaterThanOrEqual(40);
    const tree = new Tree();
    for (const { change } of cases) change(tree);
    const folder = mkdtempSync(join(tmpdir(), 'incidents-'));
    try {
      write(tree, folder);
      const at = (path: string) => join(folder, path);
      const { status, stdout } = spawnSync(
        process.execPath,
        [
          join(root, 'cli/launch.cjs'),
          'check',
          ...['--manifests', at('dist/eco2/argocd'), at('dist/eco2/manifests')],
          ...[
            '--terraform',
            at('dist/eco2/terraform'),
            '--inventory',
            at('dist/eco2/ansible/inventory.yaml'),
          ],
          ...['--ansible', at('ansible'), '--workflows', at('.github/workflows'), '--format', 'json'],
        ],
        { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      );
      const report = JSON.parse(stdout) as {
        findings: { code: string; path: string; severity: string; line?: number }[];
      };
      const found = report.findings.map(({ code, path }) => `${code} ${path.replace(`${folder}/`, '')}`);
      expect(cases.map(({ code, path }) => `${code} ${path}`).filter((one) => !found.includes(one))).toEqual(
        [],
      );
      const order = report.findings.map(({ severity, path, code }) => `${severity} ${path} ${code}`);
      expect(order).toEqual([...order].sort());
      expect(report.findings.filter(({ line }) => line === undefined).length).toBeLessThan(
        report.findings.length / 4,
      );
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
