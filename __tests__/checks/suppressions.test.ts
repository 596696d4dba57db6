import { applySuppressions } from '../../checks/suppressions';
import type { Finding } from '../../model/finding';
import { synthesize } from '../../synth/synthesize';
import { readSuppressions } from '../../synth/foreign/read-suppressions';
import { eco2With } from '../support/definition';

const finding: Finding = {
  code: 'images-have-a-fixed-tag',
  severity: 'error',
  path: 'Pod auth/a: spec.containers[0].image',
  problem: 'is x:latest, whose tag moves',
  rule: 'R.',
  fix: 'F.',
  file: 'm/a.yaml',
};
const suppression = { rule: finding.code, place: 'Pod auth/*', reason: 'It is a test bed.' };
const left = (...suppressions: (typeof suppression)[]) =>
  applySuppressions([finding], suppressions, 's.yaml').map(({ code, path }) => `${code} ${path}`);

describe('suppressions', () => {
  test.each(['Pod auth/*', 'Pod auth/a', 'm/a.yaml', 'Pod auth/a: spec.containers[0].image'])(
    'take out what lies at %s',
    (place) => {
      expect(left({ ...suppression, place })).toEqual([]);
    },
  );

  test('that fit nothing are findings, and leave the others', () => {
    expect(left({ ...suppression, place: 'Pod my/*' })).toEqual([
      'images-have-a-fixed-tag Pod auth/a: spec.containers[0].image',
      'suppressions-are-used suppressions: images-have-a-fixed-tag at Pod my/*',
    ]);
  });

  test('without a reason do nothing, and are findings', () => {
    expect(left({ ...suppression, reason: ' ' })).toHaveLength(2);
  });

  test('in a definition reach the synth, where an unused one stops it', () => {
    const unused = eco2With(
      (d) =>
        (d.suppressions = [
          {
            rule: 'doors-are-narrow',
            place: 'Deployment auth/*',
            reason: 'Nobody else can reach this test cluster.',
          },
        ]),
    );
    const [summary] = synthesize([unused], { now: () => 0 }).summaries;
    expect(summary?.findings.map(({ code, file }) => [code, file])).toEqual([
      ['suppressions-are-used', 'clusters/eco2.ts'],
    ]);
  });

  test('of outside linters are left to them', () => {
    expect(left({ ...suppression, rule: 'CKV_AWS_88' })).toHaveLength(1);
  });

  test('are read from a file, in which every entry is complete', () => {
    const { suppressions, findings } = readSuppressions({
      path: 's.yaml',
      text: '- {rule: a, place: b, reason: c}\n- {rule: a}\n',
    });
    expect([suppressions.length, findings.map(({ path }) => path)]).toEqual([1, ['s.yaml: [1]']]);
  });
});
