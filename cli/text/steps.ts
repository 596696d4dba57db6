import Table from 'cli-table3';
import type { Step } from '../../operate/plan/step';

/** Steps and what each runs, without running it. */
export function stepsText(steps: readonly Step[]): string {
  const table = new Table({ head: ['step', 'what it runs'], style: { head: [], border: [] } });
  for (const step of steps) table.push([step.id, what(step)]);
  return `${table.toString()}\n`;
}

function what(step: Step): string {
  switch (step.kind) {
    case 'command':
      return `${step.cwd === '.' ? '' : `(${step.cwd}) `}${[step.program, ...step.args].join(' ')}`;
    case 'write':
      return `writes ${step.writes}`;
    case 'copy':
      return `copies ${step.from}`;
  }
}
