import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../model/rules/nearest';
import type { Finding } from '../../model/finding';
import type { Step } from '../../operate/plan/step';
import { workFiles } from '../../operate/plan/work-files';
import { findingsText } from '../text/findings';
import { stepsText } from '../text/steps';
import { UserError } from '../user-error';
import { Interrupt } from './interrupt';
import { Progress } from './progress';
import { runSteps, type Outcome } from './run-steps';

export interface Operation {
  readonly root: string;
  readonly verb: 'up' | 'down';
  readonly cluster: string;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  /** Said before anything is done, e.g. what it costs. */
  readonly notice: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly yes: boolean;
  /** Options that the next run needs again, e.g. `--lose …`. */
  readonly options: readonly string[];
}

/** Shows the steps, or runs them; resolves to the exit code. */
export async function operate(operation: Operation): Promise<number> {
  const { verb, cluster, findings, notice, yes } = operation;
  const steps = stepsBetween(operation);
  process.stderr.write(findingsText(findings.map((finding) => ({ cluster, finding }))));
  process.stdout.write(notice);
  if (findings.some(({ severity }) => severity === 'error')) {
    process.stderr.write('Nothing was changed.\n');
    return 1;
  }
  if (!yes) {
    process.stdout.write(stepsText(steps));
    process.stdout.write(`Nothing was changed. To do it: ${command(operation, operation.from)}\n`);
    return 0;
  }
  const outcome = await run(operation, steps);
  if (outcome.ended === 'done') {
    process.stdout.write(
      operation.to === undefined ? `${cluster} is ${verb}.\n` : `Done up to ${operation.to}.\n`,
    );
    return 0;
  }
  process.stderr.write(endText(operation, outcome));
  return outcome.ended === 'interrupted' ? 130 : 1;
}

async function run({ root, verb, cluster }: Operation, steps: readonly Step[]): Promise<Outcome> {
  const files = workFiles(cluster);
  const interrupt = new Interrupt();
  const progress = new Progress(steps.length);
  mkdirSync(join(root, files.folder), { recursive: true, mode: 0o700 });
  interrupt.start();
  try {
    return await runSteps(steps, {
      root,
      logs: `${files.logs}/${verb}-${new Date().toISOString().replace(/[:.]/g, '-')}`,
      interrupt,
      progress,
      remember: ({ id }) =>
        writeFileSync(join(root, files.progress), `${JSON.stringify({ verb, completed: id })}\n`, {
          mode: 0o600,
        }),
    });
  } finally {
    progress.stop();
    interrupt.stop();
  }
}

function stepsBetween({ steps, from, to }: Operation): readonly Step[] {
  const known = steps.map(({ id }) => id);
  const first = from === undefined ? 0 : place('--from', from, known);
  const last = to === undefined ? steps.length - 1 : place('--to', to, known);
  return steps.slice(first, last + 1);
}

function place(option: string, id: string, known: readonly string[]): number {
  const index = known.indexOf(id);
  if (index >= 0) return index;
  const guess = nearest(id, known);
  throw new UserError(
    `${option} ${id}: there is no such step`,
    `A step is one of: ${known.join(', ')}.`,
    guess ? `Did you mean ${guess}?` : 'Name one of these.',
  );
}

function command({ verb, cluster, options, to }: Operation, from?: string): string {
  return [
    `npm run ${verb} -- --cluster ${cluster}`,
    ...options,
    '--yes',
    ...(from ? [`--from ${from}`] : []),
    ...(to ? [`--to ${to}`] : []),
  ].join(' ');
}

function endText(
  operation: Operation,
  { ended, step, reason, log }: Exclude<Outcome, { ended: 'done' }>,
): string {
  return [
    `${step.title}: ${ended === 'interrupted' ? 'interrupted' : reason}`,
    `  log:  ${log}`,
    ...(ended === 'failed' ? [`  next: ${step.nextAction}`] : []),
    `  then: ${command(operation, step.resumeAt ?? step.id)}`,
    '',
  ].join('\n');
}
