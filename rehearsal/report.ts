import Table from 'cli-table3';
import pc from 'picocolors';
import type { Disagreement } from './disagreement';
import type { RehearsedMistake } from './phases/mistakes';

/** What one rehearsal did and saw. */
export interface Report {
  readonly name: string;
  /** Version that the control plane says it has. */
  readonly kubernetes: string;
  readonly nodes: number;
  readonly objects: number;
  readonly pods: number;
  readonly nodesLost: number;
  readonly rolled: number;
  readonly mistakes: readonly RehearsedMistake[];
  readonly disagreements: readonly Disagreement[];
  readonly seconds: number;
}

/** One row for each cluster, then the mistakes that were made. */
export function reportText(reports: readonly Report[]): string {
  const table = new Table({
    head: [
      'cluster',
      'kubernetes',
      'nodes',
      'objects',
      'pods placed',
      'nodes lost',
      'rolled',
      'mistakes',
      'disagreements',
      's',
    ],
    style: { head: [], border: [] },
  });
  for (const report of reports)
    table.push([
      report.name,
      report.kubernetes,
      report.nodes,
      report.objects,
      report.pods,
      report.nodesLost,
      report.rolled,
      report.mistakes.length,
      report.disagreements.length,
      report.seconds.toFixed(1),
    ]);
  return [
    table.toString(),
    ...reports.flatMap(({ name, mistakes }) => mistakes.map((mistake) => mistakeText(name, mistake))),
    '',
  ].join('\n');
}

function mistakeText(
  cluster: string,
  { incident, object, mistake, kubernetes, findings }: RehearsedMistake,
): string {
  return `${pc.green('stopped')} ${cluster}${incident === undefined ? '' : ` ${incident}`}: ${object}: ${mistake}\n  kubernetes: ${kubernetes}\n  checks:     ${findings.join(', ') || 'nothing'}`;
}

/** Both explanations; printed as soon as it is seen. */
export function disagreementText(
  cluster: string,
  { during, object, kubernetes, model }: Disagreement,
): string {
  return `${pc.red('disagreement')} ${cluster}, ${during}: ${object}\n  kubernetes: ${kubernetes}\n  model:      ${model}`;
}
