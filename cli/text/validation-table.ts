import Table from 'cli-table3';
import type { StackFile, StackResult, Step } from '../../terraform-validation/run/validate-stacks';

const steps: readonly Step[] = ['init', 'validate', 'test'];

/** One row for each stack; the last line counts them. */
export function validationText(results: readonly StackResult[], binary: string, mirror?: string): string {
  const table = tableOf(['cluster', 'stack', 'init ms', 'validate ms', 'test ms', 'applied', 'result']);
  for (const { file, milliseconds, applied, findings } of results)
    table.push([
      file.cluster,
      file.stack,
      ...steps.map((step) => time(milliseconds[step])),
      applied.length,
      isHealthy({ findings }) ? 'passed' : 'failed',
    ]);
  const passed = results.filter(isHealthy).length;
  const provider =
    mirror === undefined
      ? 'the schema of the npm bindings (AWS itself was not asked)'
      : `the provider in ${mirror}`;
  return [
    table.toString(),
    `Said by ${binary} with ${provider}.`,
    countLine(passed, results.length - passed, 0),
    '',
  ].join('\n');
}

/** The same table where nothing could be asked; the last line says why. */
export function skippedText(files: readonly StackFile[]): string {
  const table = tableOf(['cluster', 'stack', 'result']);
  for (const { cluster, stack } of files) table.push([cluster, stack, 'skipped']);
  return `${table.toString()}\n${countLine(0, 0, files.length)}: there is no terraform or tofu on PATH; install one or name it with --terraform PATH\n`;
}

function countLine(passed: number, failed: number, skipped: number): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}

function isHealthy({ findings }: Pick<StackResult, 'findings'>): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function time(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '-' : String(Math.round(milliseconds));
}

function tableOf(head: string[]): Table.Table {
  const words = new Set(['cluster', 'stack', 'result']);
  return new Table({
    head,
    colAligns: head.map((title) => (words.has(title) ? 'left' : 'right')),
    style: { head: [], border: [] },
  });
}
