import { parse } from 'yaml';
import { clusters } from '../../clusters/all';
import { synthesize } from '../../synth/synthesize';
import { stockYaml } from '../support/stock-yaml';
import { outputs } from '../support/synthesis';

describe("the CDKs' own synthesis and a general YAML library", () => {
  const quick = outputs();
  const { files } = synthesize(clusters, { now: () => 0, engine: 'stock', yaml: stockYaml });

  test('give the same files', () => {
    expect(files.map(({ path }) => path).sort()).toEqual([...quick.keys()].sort());
  });

  test('give the same bytes of JSON, but for the lists of hashes', () => {
    for (const { path, text } of files)
      if (path.endsWith('.json') && !path.endsWith('files.json')) expect(text).toBe(quick.get(path));
  });

  test('give the same values of YAML: only quoting differs', () => {
    for (const { path, text } of files)
      if (path.endsWith('.yaml')) expect(parse(text)).toEqual(parse(quick.get(path) ?? ''));
  });
});
