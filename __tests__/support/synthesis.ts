import { clusters } from '../../clusters/all';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { synthesize } from '../../synth/synthesize';

/** Text of every output by path, synthesized in memory. */
export function outputs(definitions: readonly ClusterDefinition[] = clusters): Map<string, string> {
  const { files, summaries, registryFindings } = synthesize(definitions, { now: () => 0 });
  const findings = [...registryFindings, ...summaries.flatMap((summary) => summary.findings)];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(JSON.stringify(errors, undefined, 2));
  return new Map(files.map(({ path, text }) => [path, text]));
}
