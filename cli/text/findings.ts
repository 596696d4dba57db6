import pc from 'picocolors';
import type { Finding } from '../../model/finding';
import type { Synthesis } from '../../synth/synthesize';

/** Every finding of a synthesis with the cluster that it is about. */
export function findingsOf({
  registryFindings,
  summaries,
}: Pick<Synthesis, 'registryFindings' | 'summaries'>) {
  return [
    ...registryFindings.map((finding) => ({ cluster: 'clusters', finding })),
    ...summaries.flatMap(({ name, findings }) => findings.map((finding) => ({ cluster: name, finding }))),
  ];
}

/** Findings as people read them: place and value, rule with its code, fix. */
export function findingsText(findings: readonly { cluster: string; finding: Finding }[]): string {
  return findings.map(({ cluster, finding }) => oneFinding(cluster, finding)).join('');
}

function oneFinding(
  cluster: string,
  { severity, path, problem, rule, code, fix, incidents }: Finding,
): string {
  const color = severity === 'error' ? pc.red : pc.yellow;
  const sources = [code, ...(incidents?.length ? [`incident ${incidents.join(', ')}`] : [])].join(', ');
  return [
    `${color(severity)} ${pc.bold(`${cluster}: ${path}`)}: ${problem}`,
    `  rule: ${rule} ${pc.dim(`(${sources})`)}`,
    `  fix:  ${fix}`,
    '',
  ].join('\n');
}
