import type { Finding } from '../model/finding';
import type { Artifacts } from './artifacts/artifacts';
import type { Rule, Violation } from './rule';

/** What the rules find in a tree, in the order of the rules; a place is reported once for each rule. */
export function runRules(artifacts: Artifacts, rules: readonly Rule[]): Finding[] {
  return rules.flatMap((rule) => {
    const seen = new Set<string>();
    const findings: Finding[] = [];
    for (const violation of rule.run(artifacts)) {
      const finding = toFinding(rule, violation);
      const key = `${finding.file ?? ''}\n${finding.path}\n${finding.problem}`;
      if (!seen.has(key)) findings.push(finding);
      seen.add(key);
    }
    return findings;
  });
}

function toFinding(rule: Rule, { place, problem, fix }: Violation): Finding {
  const line = place.line ?? place.source.line?.(place.pointer);
  return {
    code: rule.code,
    severity: rule.severity ?? 'error',
    path: place.path,
    problem,
    rule: rule.rule,
    fix: fix ?? rule.fix,
    ...(rule.incidents ? { incidents: rule.incidents } : {}),
    file: place.source.file,
    ...(line === undefined ? {} : { line }),
  };
}
