import type { Finding } from '../../model/finding';

/** Findings as plain data for another program. */
export function jsonReport(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return `${JSON.stringify({ errors: count('error'), warnings: count('warning'), findings }, undefined, 2)}\n`;
}
