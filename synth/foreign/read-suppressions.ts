import { text } from '../../checks/artifacts/value';
import type { Suppression } from '../../model/definition/suppression';
import type { Finding } from '../../model/finding';
import { parseYaml } from './parse-yaml';
import type { TextFile } from './text-file';

export interface ReadSuppressions {
  readonly suppressions: readonly Suppression[];
  readonly findings: readonly Finding[];
}

/** A YAML list of `{rule, place, reason}`. */
export function readSuppressions(file: TextFile): ReadSuppressions {
  const { documents, problems } = parseYaml(file);
  const entries = documents.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]) : [value]));
  const suppressions: Suppression[] = [];
  const findings: Finding[] = problems.map((one) =>
    finding(file.path, 'problem' in one ? one.problem : 'cannot be read'),
  );
  for (const [index, entry] of entries.entries()) {
    const [rule, place, reason] = [text(entry, 'rule'), text(entry, 'place'), text(entry, 'reason')];
    if (rule === undefined || place === undefined || reason === undefined)
      findings.push(finding(`${file.path}: [${String(index)}]`, 'does not have rule, place and reason'));
    else suppressions.push({ rule, place, reason });
  }
  return { suppressions, findings };
}

function finding(path: string, problem: string): Finding {
  return {
    code: 'suppressions-are-complete',
    severity: 'error',
    path,
    problem,
    rule: 'A file of suppressions is a YAML list of rule, place and reason.',
    fix: 'Give all three for every entry.',
  };
}
