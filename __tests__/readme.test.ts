import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The formatter moves an excerpt to the left margin. */
const withoutIndentation = (text: string) => text.replaceAll(/^\s+/gm, '');

describe('README.md', () => {
  const excerpts = [...read('README.md').matchAll(/<!-- excerpt: (\S+) -->\n+```\w+\n([\s\S]*?)```/g)].map(
    ([, file = '', text = '']) => [file, text] as const,
  );

  test('shows a definition and two outputs', () => {
    expect(excerpts).toHaveLength(3);
  });

  test.each(excerpts)('quotes %s as it is', (file, text) => {
    expect(withoutIndentation(read(file))).toContain(withoutIndentation(text));
  });

  test('lists only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
