import type { ClusterDefinition } from '../model/definition/cluster-definition';
import { checkDefinition } from '../model/rules/check-definition';
import { chooseClusters, loadDefinitions } from './load-definitions';
import { findingsText } from './text/findings';

/** The chosen definitions; nothing, with what is wrong on stderr, where one of them has an error. */
export async function healthyDefinitions(
  names: readonly string[] | undefined,
): Promise<readonly ClusterDefinition[] | undefined> {
  const definitions = await loadDefinitions();
  const only = chooseClusters(definitions, names);
  const chosen = definitions.filter(({ name }) => only?.includes(name) ?? true);
  const findings = chosen.flatMap((definition) =>
    checkDefinition(definition).map((finding) => ({ cluster: definition.name, finding })),
  );
  if (!findings.some(({ finding }) => finding.severity === 'error')) return chosen;
  process.stderr.write(findingsText(findings));
  return undefined;
}
