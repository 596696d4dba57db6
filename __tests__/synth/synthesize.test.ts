import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { clusters } from '../../clusters/all';
import { synthesize } from '../../synth/synthesize';
import { eco2With } from '../support/definition';
import { outputs } from '../support/synthesis';

const root = join(__dirname, '../..');

/** The same value with the keys of every map in another order; lists keep theirs. */
function shuffled<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => shuffled(item, random)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]) => ({ key, child: shuffled<unknown>(child, random), at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ key, child }) => [key, child]),
  ) as T;
}

describe('synthesize', () => {
  const healthy = outputs();

  test('gives the committed dist', () => {
    const committed = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    const made = [...healthy.keys()].filter((path) => path.startsWith('dist/'));
    expect(made.filter((path) => !committed.includes(path))).toEqual([]);
    expect([...healthy].filter(([path, text]) => readFileSync(join(root, path), 'utf8') !== text)).toEqual(
      [],
    );
  });

  test('gives the same bytes for a definition written in any order', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (stream) => {
        const random = () => Number(stream.next().value);
        expect(outputs(clusters.map((definition) => shuffled(definition, random)))).toEqual(healthy);
      }),
      { numRuns: 5 },
    );
  });

  test('leaves the files of every other node and domain alone when one is added', () => {
    const grown = outputs([
      eco2With((d) => {
        d.domains.badge = { stage: 'api-third', path: '/api/v1/badge', ingressOrder: 80 };
        d.gitops.images['badge-api'] = 'v1.0.0';
        d.nodes['k8s-api-badge'] = { ...d.nodes['k8s-api-info'], serves: 'badge', number: 24 };
      }),
      ...clusters.slice(1),
    ]);
    const foreign = (path: string) => /dist\/eco2-13\/|\/api-(?!badge)/.test(path);
    for (const [path, text] of healthy) if (foreign(path)) expect(grown.get(path)).toBe(text);
    expect([...grown.keys()].filter((path) => path.includes('/api-badge/')).length).toBeGreaterThan(1);
  });

  test('marks every file with what made it', () => {
    for (const [path, text] of healthy)
      expect(path.endsWith('.json') ? text.split('\n')[1] : text.split('\n')[0]).toContain('npm run synth');
  });

  test('writes no null and no cdk8s hash label', () => {
    for (const [path, text] of healthy) {
      expect(text).not.toContain('cdk8s.io/metadata.addr');
      if (path.endsWith('.yaml')) expect(JSON.stringify(parse(text))).not.toMatch(/:null/);
    }
  });

  test('gives no file at all when a definition is broken', () => {
    const result = synthesize([eco2With((d) => (d.nodes = {}))], { now: () => 0 });
    expect([result.ok, result.files]).toEqual([false, []]);
  });
});
