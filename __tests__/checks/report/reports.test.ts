import { githubReport } from '../../../checks/report/github';
import { jsonReport } from '../../../checks/report/json';
import { sarifReport } from '../../../checks/report/sarif';
import { textReport } from '../../../checks/report/text';
import type { Finding } from '../../../model/finding';

const finding: Finding = {
  code: 'images-have-a-fixed-tag',
  severity: 'error',
  path: 'Pod auth/a: spec.image',
  problem: 'is x:latest, 100% moving',
  rule: 'Every image has a digest.',
  fix: 'Name one.',
  incidents: ['G29'],
  file: 'm/a,b.yaml',
  line: 7,
};

describe('reports', () => {
  test('for people say place, value, rule and fix', () => {
    expect(textReport([finding])).toBe(
      'error m/a,b.yaml:7: Pod auth/a: spec.image: is x:latest, 100% moving\n' +
        '  rule: Every image has a digest. (images-have-a-fixed-tag, incident G29)\n  fix:  Name one.\n',
    );
  });

  test('for GitHub escape what its commands read', () => {
    expect(githubReport([finding])).toBe(
      '::error file=m/a%2Cb.yaml,line=7,title=images-have-a-fixed-tag::Pod auth/a: spec.image: is x:latest, 100%25 moving%0AEvery image has a digest.%0AName one.\n',
    );
  });

  test('as JSON count what they hold', () => {
    expect(JSON.parse(jsonReport([finding]))).toEqual({ errors: 1, warnings: 0, findings: [finding] });
  });

  test('as SARIF 2.1.0 lead from each result to its rule, its file and its line', () => {
    const { version, runs } = JSON.parse(sarifReport([finding, { ...finding, severity: 'warning' }])) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleIndex: number; level: string; locations: object[] }[];
      }[];
    };
    expect(version).toBe('2.1.0');
    expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(['images-have-a-fixed-tag']);
    expect(runs[0]?.results.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
      [0, 'error'],
      [0, 'warning'],
    ]);
    expect(runs[0]?.results[0]?.locations[0]).toEqual({
      physicalLocation: { artifactLocation: { uri: 'm/a,b.yaml' }, region: { startLine: 7 } },
      logicalLocations: [{ fullyQualifiedName: 'Pod auth/a: spec.image' }],
    });
  });
});
