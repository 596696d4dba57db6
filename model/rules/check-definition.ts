import type { ClusterDefinition } from '../definition/cluster-definition';
import type { Finding } from '../finding';
import type { DefinitionRule } from './definition-rule';
import { definitionRules } from './definition-rules';
import { shapeFindings } from './shape-findings';

/** Everything that is wrong with a definition as written, all at once. */
export function checkDefinition(definition: ClusterDefinition): Finding[] {
  const shape = shapeFindings(definition);
  return [...shape, ...definitionRules.flatMap((rule) => run(rule, definition, shape.length > 0))];
}

function run(rule: DefinitionRule, definition: ClusterDefinition, isMalformed: boolean): Finding[] {
  const findings: Finding[] = [];
  try {
    for (const violation of rule.check(definition))
      findings.push({
        code: rule.code,
        severity: rule.severity ?? 'error',
        ...violation,
        rule: rule.rule,
        ...(rule.incidents ? { incidents: rule.incidents } : {}),
      });
  } catch (error) {
    // A rule may trip over a value of the wrong type; that value has a finding of its own already.
    if (!isMalformed) throw error;
  }
  return findings;
}
