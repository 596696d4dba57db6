import type { Finding } from '../../model/finding';

/** Findings in the form that code-scanning services read (SARIF 2.1.0). */
export function sarifReport(findings: readonly Finding[]): string {
  const rules = new Map(findings.map((finding) => [finding.code, finding]));
  const codes = [...rules.keys()].sort();
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'eco2-platform',
              rules: codes.map((code) => ({
                id: code,
                shortDescription: { text: rules.get(code)?.rule ?? code },
                help: { text: rules.get(code)?.fix ?? '' },
                properties: { incidents: rules.get(code)?.incidents ?? [] },
              })),
            },
          },
          results: findings.map((finding) => result(finding, codes)),
        },
      ],
    },
    undefined,
    2,
  )}\n`;
}

function result({ code, severity, path, problem, file, line }: Finding, codes: readonly string[]) {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: `${path}: ${problem}` },
    locations: [
      {
        ...(file === undefined
          ? {}
          : {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                ...(line === undefined ? {} : { region: { startLine: line } }),
              },
            }),
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
  };
}
