import fc from 'fast-check';
import jsYaml from 'js-yaml';
import { parse } from 'yaml';
import { writeYaml } from '../../../model/yaml/write-yaml';

/** Texts that parsers have read as something else, or refused. */
const hostile = [
  '',
  ' ',
  'a ',
  ' a',
  'yes',
  'No',
  'on',
  'y',
  'NULL',
  '~',
  'true',
  '.inf',
  '.NaN',
  '-.inf',
  '0',
  '007',
  '0x1F',
  '0o17',
  '0b1',
  '1_000',
  '1e3',
  '.5',
  '1.28.4',
  '1:20',
  '190:20:30',
  '2024-01-01',
  '2024-01-01T00:00:00Z',
  '<<',
  '=',
  '- a',
  '-',
  '--- a',
  '---',
  '...',
  '? a',
  'a: b',
  'a:',
  ': a',
  'a #b',
  '#a',
  'a#b',
  '!tag',
  '&anchor',
  '*alias',
  '@at',
  '`tick',
  '%TAG',
  '[a]',
  '{a}',
  'a, b',
  "it's",
  '"quoted"',
  'back\\slash',
  '\ttab',
  'a\tb',
  'a\n',
  'a\nb',
  'a\nb\n',
  'a\n\nb\n',
  '\na',
  ' a\nb',
  'a\n b\n',
  'a \nb',
  'a\n\n',
  'a\r\nb',
  'a\u0085b',
  'a\u2028b',
  '\ufeffa',
  'a\u0000b',
  'a\u007fb',
  '한국어',
  '한국어\n두 줄\n',
  '\ud800',
  '😀\n😀\n',
  'null: x',
  'key with spaces',
  '#!/bin/sh\nset -eu\necho "a: b" # c\n',
  'a\n# b\n',
  'a\n--- b\n',
  'a\n\tb\n',
  '|',
  '>',
  '|-\n a',
  '250m',
  '1Gi',
  '5s',
  '10.0.0.0/16',
  '1E',
  '12e',
  'a  b',
  'a: ',
  'http://x:80/',
  'x:y',
  'a\u00a0b',
  '\u3000',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
  fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...hostile), { maxLength: 4 }).map((parts) => parts.join('\n')),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

const plain = (from: unknown): unknown => JSON.parse(JSON.stringify(from));

describe('writeYaml', () => {
  test.each(hostile.map((each) => [JSON.stringify(each), each]))(
    'two parsers read %s back as it was',
    (_title, each) => {
      for (const document of [each, [each], { [each]: each }, { a: [{ b: each }] }]) {
        expect(parse(writeYaml(document), { maxAliasCount: 0 })).toEqual(document);
        expect(jsYaml.load(writeYaml(document))).toEqual(document);
      }
    },
  );

  test('two parsers read 12,000 random documents back as they were', () => {
    fc.assert(
      fc.property(value, (document) => {
        const written = writeYaml(document);
        const expected = plain(document);
        expect(parse(written)).toEqual(expected);
        expect(jsYaml.load(written)).toEqual(expected);
        expect(parse(written, { version: '1.1', merge: false })).toEqual(expected);
      }),
      { numRuns: 12_000 },
    );
  });

  test('leaves out what is undefined and refuses what YAML has no word for', () => {
    expect(writeYaml({ a: undefined, b: { c: undefined } })).toBe('b: {}\n');
    for (const wrong of [NaN, Infinity, () => 1, Symbol('s'), 1n])
      expect(() => writeYaml({ wrong })).toThrow('cannot be written');
  });

  test('writes scripts as block literals, so that a review can read them', () => {
    expect(writeYaml({ 'run.sh': '#!/bin/sh\nset -eu\n\nexit 0\n' })).toBe(
      'run.sh: |\n  #!/bin/sh\n  set -eu\n\n  exit 0\n',
    );
  });
});
