import { eco2 } from '../../clusters/eco2';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { resolveCluster } from '../../model/resolve/resolve-cluster';
import { diagram } from '../../report/diagram/diagram';
import { eco2With } from '../support/definition';
import { highlyAvailable } from '../support/highly-available';

const draw = (definition: ClusterDefinition = eco2, marker = 'Generated') =>
  diagram(resolveCluster(definition), marker);
const names = (svg: string) => [...svg.matchAll(/<text class="name"[^>]*>([^<]*)/g)].map(([, name]) => name);
/** Top and height of each machine's box. */
const boxes = (svg: string) =>
  [...svg.matchAll(/<rect class="node" x="(\d+)" y="(\d+)" width="\d+" height="(\d+)" rx="4"\/>/g)].map(
    ([, left = '', top = '', height = '']) => ({ left, top: Number(top), height: Number(height) }),
  );

describe('the diagram', () => {
  test('names every machine of the cluster once', () => {
    const drawn = names(draw());
    for (const name of Object.keys(eco2.nodes)) expect(drawn.filter((one) => one === name)).toHaveLength(1);
  });

  test('is the same whatever the order of the definition', () => {
    const turned = eco2With((d) => {
      d.nodes = Object.fromEntries(Object.entries(d.nodes).reverse());
      d.domains = Object.fromEntries(Object.entries(d.domains).reverse());
    });
    expect(draw(turned)).toBe(draw());
  });

  test('draws machines of one group as one box with their number', () => {
    expect(names(draw(highlyAvailable())).filter((name) => name?.includes(' × '))).not.toEqual([]);
  });

  test('puts no box upon another and none below the picture', () => {
    for (const svg of [draw(), draw(highlyAvailable())]) {
      const height = Number(/height="(\d+)" role/.exec(svg)?.[1]);
      const drawn = boxes(svg);
      drawn.forEach(({ left, top }, index) => {
        const above = drawn[index - 1];
        if (above?.left === left) expect(top).toBeGreaterThanOrEqual(above.top + above.height);
      });
      for (const box of drawn) expect(box.top + box.height).toBeLessThan(height);
      expect(drawn.length).toBeGreaterThan(3);
    }
  });

  test('keeps a marker from ending its comment', () => {
    expect(draw(eco2, 'a -->b<script>')).not.toContain('-->b');
  });

  test('loads nothing', () => {
    expect(draw().replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|@import|<image|<script|href/,
    );
  });
});
