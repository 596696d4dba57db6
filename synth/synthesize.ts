import { clusterRules, repositoryRules } from '../checks/rules';
import { runRules } from '../checks/run-rules';
import { applySuppressions } from '../checks/suppressions';
import { placementFindings } from '../model/capacity/findings/placement-findings';
import type { Cluster } from '../model/cluster';
import type { ClusterDefinition } from '../model/definition/cluster-definition';
import type { Engine } from '../model/engine';
import type { Finding } from '../model/finding';
import { resolveCluster } from '../model/resolve/resolve-cluster';
import { checkDefinition } from '../model/rules/check-definition';
import { checkRegistry } from '../model/rules/check-registry';
import { writeYaml } from '../model/yaml/write-yaml';
import { factsFile } from './facts-file';
import { producedArtifacts } from './artifacts';
import { withFileLists } from './file-list';
import { produceCluster, produceShared } from './produce';
import { placementOf } from './placement';
import type { OutputFile, ProducedFile } from './produced-file';
import { serialize } from './serialize';

/** What the pipeline did for one cluster. */
export interface ClusterSummary {
  readonly name: string;
  readonly files: number;
  readonly objects: number;
  readonly resources: number;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

export interface Synthesis {
  readonly summaries: readonly ClusterSummary[];
  /** Findings between clusters. */
  readonly registryFindings: readonly Finding[];
  /** Every file of the chosen clusters and the shared ones; empty when there is an error. */
  readonly files: readonly OutputFile[];
  readonly ok: boolean;
}

export interface SynthesizeOptions {
  /** Synthesize these clusters only. @default - all */
  readonly only?: readonly string[];
  /** Milliseconds of a monotonic clock, for the summary; it never reaches an output. */
  readonly now: () => number;
  /** @default 'quick' */
  readonly engine?: Engine;
  /** Writes a plain value as a YAML document. @default - `writeYaml` */
  readonly yaml?: (value: unknown) => string;
}

/** Definition → findings → resolved cluster → files → findings → bytes, all in memory. */
export function synthesize(
  definitions: readonly ClusterDefinition[],
  { only, now, engine = 'quick', yaml = writeYaml }: SynthesizeOptions,
): Synthesis {
  const chosen = definitions.filter(({ name }) => only?.includes(name) ?? true);
  const results = chosen.map((definition) => synthesizeCluster(definition, now, engine));
  const all = definitions.map(
    (definition) =>
      results.find(({ cluster }) => cluster?.name === definition.name)?.cluster ?? healthy(definition),
  );
  const produced = [
    ...results.flatMap(({ files }) => files),
    ...produceShared(all.filter((cluster) => cluster !== undefined)),
  ];
  const registryFindings = [
    ...checkRegistry(definitions),
    // The shared files name every cluster: judged only when every cluster was made.
    ...(chosen.length === definitions.length ? runRules(producedArtifacts(produced), repositoryRules) : []),
  ];
  const ok = [...registryFindings, ...results.flatMap(({ summary }) => summary.findings)].every(
    ({ severity }) => severity !== 'error',
  );
  const summaries = results.map(({ summary }) => summary);
  if (!ok) return { summaries, registryFindings, files: [], ok };
  return {
    summaries,
    registryFindings,
    files: withFileLists(produced.map((file) => serialize(file, yaml))),
    ok,
  };
}

function synthesizeCluster(definition: ClusterDefinition, now: () => number, engine: Engine) {
  const start = now();
  const findings = checkDefinition(definition);
  const broken = findings.some(({ severity }) => severity === 'error');
  const cluster = broken ? undefined : resolveCluster(definition);
  const made = cluster ? produceCluster(cluster, engine) : [];
  const placement = cluster ? placementOf(cluster, made) : undefined;
  findings.push(
    ...applySuppressions(
      runRules(producedArtifacts(made), clusterRules),
      definition.suppressions ?? [],
      `clusters/${definition.name}.ts`,
    ),
    ...(placement ? placementFindings(placement) : []),
  );
  const files = placement ? [...made, factsFile(placement, made, sortFindings(findings))] : made;
  const summary: ClusterSummary = {
    name: definition.name,
    files: files.length,
    objects: files.filter(({ content }) => content.kind === 'manifest').length,
    resources: files.reduce((sum, file) => sum + resourcesIn(file), 0),
    findings: sortFindings(findings),
    milliseconds: now() - start,
  };
  return { cluster, files, summary };
}

/** A cluster that was not chosen still has its projects in the shared files, unless it is broken. */
function healthy(definition: ClusterDefinition): Cluster | undefined {
  return checkDefinition(definition).some(({ severity }) => severity === 'error')
    ? undefined
    : resolveCluster(definition);
}

function resourcesIn({ content }: ProducedFile): number {
  if (content.kind !== 'terraform') return 0;
  const types = Object.values((content.value['resource'] ?? {}) as Record<string, object>);
  return types.reduce((sum, resources) => sum + Object.keys(resources).length, 0);
}

/** Errors before warnings, then by path and code. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = ({ severity, path, code }: Finding) => `${severity} ${path} ${code}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
