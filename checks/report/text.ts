import type { Finding } from '../../model/finding';

/** Findings as people read them, without colours: place and value, rule with its code, fix. */
export function textReport(findings: readonly Finding[]): string {
  return findings.map(one).join('');
}

function one({ severity, path, problem, rule, code, fix, incidents, file, line }: Finding): string {
  const where =
    file === undefined || file === path ? '' : `${file}${line === undefined ? '' : `:${String(line)}`}: `;
  const whole = file === path && line !== undefined ? `${path}:${String(line)}` : path;
  const sources = [code, ...(incidents?.length ? [`incident ${incidents.join(', ')}`] : [])].join(', ');
  return `${severity} ${where}${whole}: ${problem}\n  rule: ${rule} (${sources})\n  fix:  ${fix}\n`;
}
