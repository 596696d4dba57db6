import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCrds } from '../../../rehearsal/crds/load';

const crd = (name: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: ${name}}\nspec: {group: x, conversion: {strategy: Webhook}}\n`;

test('definitions are found among other objects, without the webhook that converts them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crds-'));
  try {
    writeFileSync(join(folder, 'b.yaml'), `${crd('b')}---\nkind: ConfigMap\n---\n`);
    writeFileSync(join(folder, 'a.yaml'), crd('a'));
    writeFileSync(join(folder, 'README.md'), crd('c'));
    expect(readCrds(folder).map(({ metadata, spec }) => [metadata.name, spec])).toEqual([
      ['a', { group: 'x' }],
      ['b', { group: 'x' }],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
