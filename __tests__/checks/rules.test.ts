import { rules } from '../../checks/rules';
import { findingsAfter } from '../support/tree';
import { brokenCases } from './broken/cases';

const short = ({ code, path, problem }: { code: string; path: string; problem: string }) =>
  `${code} at ${path}: ${problem}`;

describe('rules over outputs', () => {
  const before = new Set(findingsAfter(() => undefined).map(short));

  test('find nothing in eco2', () => {
    expect(findingsAfter(() => undefined).map(short)).toEqual([]);
  });

  test.each(brokenCases.map((broken) => [broken.title, broken] as const))(
    'find %s',
    (_title, { change, code, path, also = [] }) => {
      const findings = findingsAfter(change).filter((finding) => !before.has(short(finding)));
      expect(findings.map((finding) => `${finding.code} at ${finding.path}`)).toContain(`${code} at ${path}`);
      expect(findings.filter((finding) => ![code, ...also].includes(finding.code)).map(short)).toEqual([]);
    },
  );

  test('each have a broken case', () => {
    const tested = new Set(brokenCases.map(({ code }) => code));
    expect(rules.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([]);
  });

  test('have unique codes, a rule that is a sentence and a fix', () => {
    const codes = rules.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const { code, rule, fix } of rules) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect([code, rule]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/s)]);
      expect([code, fix]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/s)]);
    }
  });
});
