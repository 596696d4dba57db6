import { createHash } from 'node:crypto';
import { estimate } from '../../model/cost/estimate';
import { eco2 } from '../../clusters/eco2';
import { incidents } from '../../checks/incidents/incidents';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { reportPage } from '../../report/page';
import { examine } from '../../synth/examine';
import { eco2With } from '../support/definition';
import { highlyAvailable } from '../support/highly-available';

function page(definition: ClusterDefinition = eco2): string {
  const { placement, stacks } = examine(definition);
  const found = estimate(placement, stacks);
  return reportPage({ placement, ...(found ? { estimate: found } : {}) });
}

const examined = examine(eco2);
const eco2Page = page();
const policy = (/Content-Security-Policy" content="([^"]*)/.exec(eco2Page)?.[1] ?? '').replaceAll(
  '&#39;',
  "'",
);
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
/** The text of one row of a table, by the cell that names it. */
const row = (html: string, name: string) =>
  new RegExp(`<th scope="row">${name}</th>[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '';

describe('the report', () => {
  test('has the same bytes twice, whatever the order of the definition', () => {
    const turned = eco2With((d) => {
      d.nodes = Object.fromEntries(Object.entries(d.nodes).reverse());
      d.domains = Object.fromEntries(Object.entries(d.domains).reverse());
    });
    expect(page()).toBe(eco2Page);
    expect(page(turned)).toBe(eco2Page);
  });

  test('says what made it', () => {
    expect(eco2Page.split('\n')[1]).toContain('npm run report');
  });

  test('loads nothing and leads nowhere', () => {
    expect(eco2Page).not.toMatch(/https?:\/\/|\burl\(|@import|<(?:img|iframe|object|embed|base)\b/i);
    expect(eco2Page.match(/<script[^>]*>/g)).toEqual(['<script>']);
    expect(attributes(eco2Page, 'src')).toEqual([]);
    expect(attributes(eco2Page, 'href').filter((target) => !/^(#|data:,$)/.test(target))).toEqual([]);
    expect(policy).toContain("default-src 'none'");
  });

  test('allows the script that it carries and no other', () => {
    const carried = /<script>([\s\S]*?)<\/script>/.exec(eco2Page)?.[1] ?? '';
    const hash = createHash('sha256').update(carried).digest('base64');
    expect(policy).toContain(`script-src 'sha256-${hash}'`);
    expect(policy.match(/script-src [^;]*/)?.[0].split(' ')).toHaveLength(2);
  });

  test.each([
    ['eco2', eco2Page],
    ['a highly available cluster', page(highlyAvailable())],
  ])('has one target for every link and no id twice in %s', (_name, html) => {
    const ids = attributes(html, 'id');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const linked = [
      ...attributes(html, 'href').filter((target) => target.startsWith('#')),
      ...['data-callers', 'data-callees'].flatMap((name) =>
        attributes(html, name).flatMap((list) =>
          list
            .split(' ')
            .filter(Boolean)
            .map((id) => `#${id}`),
        ),
      ),
    ];
    expect(linked.filter((target) => !ids.includes(target.slice(1)))).toEqual([]);
  });

  test('escapes what a definition says', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
    const html = page(
      eco2With((d) => {
        d.domains['auth'].callsInternet = hostile;
        d.environment = hostile;
      }),
    );
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&amp;amp;');
  });

  test('shows every zone, node, pod, domain, worker, Application and incident', () => {
    const { placement } = examined;
    const { cluster } = placement;
    const headings = [...eco2Page.matchAll(/<h[34][^>]*>([^<]*)/g)].map(([, text]) => text?.trim());
    expect(headings).toEqual(expect.arrayContaining(Object.keys(cluster.nodes)));
    expect(headings).toEqual(
      expect.arrayContaining(Object.values(cluster.network.zones).map(({ name }) => `Zone ${name}`)),
    );
    const links = [...eco2Page.matchAll(/class="pod"[^>]*>([^<]*)/g)].map(([, name]) => name?.trim());
    expect(links.sort()).toEqual(placement.pods.map(({ name }) => name).sort());
    for (const { path, name } of Object.values(cluster.domains)) expect(row(eco2Page, name)).toContain(path);
    for (const name of Object.keys(cluster.workers)) expect(row(eco2Page, name)).not.toBe('');
    for (const { id } of incidents) expect(row(eco2Page, id)).not.toBe('');
    const applications = placement.objects.filter(({ kind }) => kind === 'Application');
    expect(applications.length).toBeGreaterThan(10);
    for (const { metadata } of applications) expect(eco2Page).toContain(`<strong>${metadata.name}</strong>`);
  });

  test('orders the waves by their number', () => {
    const waves = [...eco2Page.matchAll(/Wave (-?\d+)/g)].map(([, wave]) => Number(wave));
    expect(waves).toEqual([...waves].sort((a, b) => a - b));
    expect(new Set(waves)).toEqual(new Set(Object.values(examined.placement.cluster.waves)));
  });

  test('names hooks in the order in which they run', () => {
    expect(eco2Page).toMatch(/PreSync ansible-bootstrap[^<]*PostSync smoke-test/);
  });

  test('names the rules that guard an incident', () => {
    expect(row(eco2Page, 'C06')).toMatch(/<code>[a-z-]+<\/code>/);
  });

  test('says so where a region has no price list', () => {
    expect(reportPage({ placement: examined.placement })).toContain('no price list');
  });
});
