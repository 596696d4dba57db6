import { clusters } from '../../clusters/all';
import type { ClusterDefinition } from '../../model/definition/cluster-definition';
import { synthesize } from '../../synth/synthesize';
import { eco2With, type LooseDefinition } from './definition';

let healthy: Map<string, string> | undefined;

/** The outputs of every cluster after a change of eco2. */
export function outputsAfter(change: (definition: LooseDefinition) => void): Map<string, string> {
  healthy ??= outputs();
  const others = [...healthy].filter(([path]) => /^dist\/(?!eco2\/)[^/]+\//.test(path));
  return new Map([...others, ...outputs([eco2With(change), ...clusters.slice(1)], ['eco2'])]);
}

/** Text of every output by path, synthesized in memory; of some clusters and what all share, where they are named. */
export function outputs(
  definitions: readonly ClusterDefinition[] = clusters,
  only?: readonly string[],
): Map<string, string> {
  const { files, summaries, registryFindings } = synthesize(definitions, {
    now: () => 0,
    ...(only ? { only } : {}),
  });
  const findings = [...registryFindings, ...summaries.flatMap((summary) => summary.findings)];
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length) throw new Error(JSON.stringify(errors, undefined, 2));
  return new Map(files.map(({ path, text }) => [path, text]));
}
