import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { eco2 } from '../clusters/eco2';
import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { synthesize } from '../synth/synthesize';

const root = join(__dirname, '..');
const guides = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = ['README.md', 'README.ko.md', 'docs/runbooks/alerts.md', ...guides];
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Files below a folder, as one text. */
function everything(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe.each(pages)('%s', (page) => {
  test('links to pages that exist', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  test('names commands and playbooks that exist', () => {
    const text = read(page);
    const commands = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    const playbooks = [...text.matchAll(/playbooks\/([a-z-]+\.yml)/g)].map(([, name]) => name ?? '');
    expect(playbooks.filter((name) => !existsSync(join(root, 'ansible/playbooks', name)))).toEqual([]);
  });
});

test('every alert of every cluster links to a section that exists', () => {
  const headings = [...read('docs/runbooks/alerts.md').matchAll(/^## (.+)$/gm)].map(([, title]) =>
    (title ?? '').toLowerCase(),
  );
  const links = [...everything('dist').matchAll(/runbook_url: \S+\/(docs\/\S+)#(\S+)/g)];
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([, page]) => page !== 'docs/runbooks/alerts.md')).toEqual([]);
  expect(
    [...new Set(links.map(([, , anchor]) => anchor ?? ''))].filter((anchor) => !headings.includes(anchor)),
  ).toEqual([]);
});

test('the domain of the guide synthesizes without a finding', () => {
  const [domain = '', node = ''] = [...read('docs/add-a-domain.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(
    ([, code]) => code ?? '',
  );
  const evaluate = (entries: string) =>
    new Function(`return ${ts.transpile(`({ ${entries} })`)}`)() as Record<string, never>;
  const definition: ClusterDefinition = {
    ...eco2,
    domains: { ...eco2.domains, ...evaluate(domain) },
    nodes: { ...eco2.nodes, ...evaluate(node) },
    gitops: { ...eco2.gitops, images: { ...eco2.gitops.images, 'reward-api': 'v1.0.0' } },
  };
  const { summaries, registryFindings } = synthesize([definition], { now: () => 0 });
  expect(registryFindings).toEqual([]);
  expect(summaries.flatMap(({ findings }) => findings)).toEqual([]);
});
