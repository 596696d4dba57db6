import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffDist, type DistDiff } from '../../diff/diff-dist';
import { markdown } from '../../diff/render/markdown';
import { outline } from '../../diff/render/outline';
import type { Side } from '../../diff/side';
import type { LooseDefinition } from '../support/definition';
import { outputs, outputsAfter } from '../support/synthesis';
import { scenarios } from './scenarios';

const healthy: Side = { label: 'before', files: outputs() };
const render = (diff: DistDiff) => markdown(outline(diff));

const afterChange = (change: (definition: LooseDefinition) => void): Side => ({
  label: 'after',
  files: outputsAfter(change),
});

/** Compares with the committed file; `UPDATE_GOLDEN=1 npx jest __tests__/diff` writes it instead. */
function expectGolden(name: string, text: string): void {
  const path = join(__dirname, 'golden', `${name}.md`);
  if (process.env['UPDATE_GOLDEN']) writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text);
}

describe('the report for a pull request', () => {
  for (const [name, change] of Object.entries(scenarios))
    test(`of "${name.replaceAll('-', ' ')}" is what a reviewer reads`, () => {
      expectGolden(name, render(diffDist(healthy, afterChange(change))));
    });

  test('of a roll-back is that of the change, the other way round', () => {
    const after = afterChange((d) => (d.gitops.images['auth-api'] = 'v1.0.1'));
    const text = render(diffDist(after, healthy));
    expect(text).toMatch(/v1\.0\.1 → .*v1\.0\.0/);
  });

  test('of a cluster that goes away names what is lost', () => {
    const files = new Map([...healthy.files].filter(([path]) => !path.startsWith('dist/eco2-13/')));
    const text = render(diffDist(healthy, { label: 'after', files }));
    expect(text).toContain('eco2-13 (removed)');
    expect(text).toMatch(/DESTROY aws_s3_bucket\..*every object in it/);
  });

  test('of nothing says so in one line', () => {
    expect(render(diffDist(healthy, healthy)).trim()).toBe('## No change');
  });

  test('of two unrelated clusters fits a comment and says what was left out', () => {
    const only = (name: string, as: string): Side => ({
      label: name,
      files: new Map(
        [...healthy.files]
          .filter(([path]) => path.startsWith(`dist/${name}/`))
          .map(([path, text]) => [path.replace(`dist/${name}/`, `dist/${as}/`), text]),
      ),
    });
    const text = render(diffDist(only('eco2', 'lab'), only('eco2-13', 'lab')));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain('Risk: high');
    expect(text).toContain('artifact');
  });

  test('of a corrupt file names the file, and goes on with the others', () => {
    const files = new Map(outputsAfter((d) => (d.gitops.images['auth-api'] = 'v1.0.1')));
    files.set('dist/eco2/manifests/api-my/service-my-api.yaml', 'kind: [');
    const text = render(diffDist(healthy, { label: 'after', files }));
    expect(text).toContain('service-my-api.yaml');
    expect(text).toMatch(/v1\.0\.0 → .*v1\.0\.1/);
  });

  test('takes no markup from a value', () => {
    const path = 'dist/eco2/manifests/api-my/service-my-api.yaml';
    const files = new Map(healthy.files).set(
      path,
      (healthy.files.get(path) ?? '').replace(
        'type: NodePort',
        "type: '</details><img src=x> @everyone `x` [a](http://b)'",
      ),
    );
    const text = render(diffDist(healthy, { label: 'after', files }));
    expect(text).not.toMatch(/<img|<\/details><|@everyone|(?<!\\)\[a\]/);
  });
});
