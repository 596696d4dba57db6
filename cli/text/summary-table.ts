import Table from 'cli-table3';
import type { Synthesis } from '../../synth/synthesize';
import type { TreePlan } from '../../synth/tree/plan';

const nothing: TreePlan = { create: [], update: [], remove: [] };

/** The closing table of a synth: one row for each cluster. */
export function summaryTable(
  { summaries }: Synthesis,
  { create, update, remove }: TreePlan = nothing,
): string {
  const changed = (cluster: string) =>
    [...create, ...update].filter((file) => file.cluster === cluster).length +
    remove.filter((path) => path.startsWith(`dist/${cluster}/`)).length;
  const table = new Table({
    head: ['cluster', 'files', 'changed', 'objects', 'resources', 'findings', 'ms'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { name, files, objects, resources, findings, milliseconds } of summaries)
    table.push([name, files, changed(name), objects, resources, findings.length, Math.round(milliseconds)]);
  return `${table.toString()}\n`;
}
