import Table from 'cli-table3';
import pc from 'picocolors';
import type { Report } from '../../operate/status/report';

const mark = { healthy: pc.green, degraded: pc.yellow, down: pc.red, unknown: pc.dim } as const;

/** The report for a terminal: what is wrong, where, and what to do first. */
export function reportText(report: Report): string {
  const { cluster, components, applications, problems, drift } = report;
  return [
    pc.bold(cluster),
    table(
      ['component', 'state', 'percent', 'remark'],
      components.map(({ component, state, percent, remark }) => [
        component,
        mark[state](state),
        percentText(percent),
        remark,
      ]),
    ),
    table(
      ['wave', 'application', 'sync/health'],
      applications.map(({ wave, name, state }) => [
        String(wave),
        name,
        state === 'Synced/Healthy' ? pc.green(state) : pc.yellow(state),
      ]),
    ),
    ...(problems.length
      ? [
          table(
            ['what does not run', 'reason', 'likely cause'],
            problems.map(({ place, reason, cause, incidents }) => [
              place,
              reason,
              `${cause}${incidentText(incidents)}`,
            ]),
          ),
        ]
      : []),
    ...drift.map((line) => `drift: ${line}`),
    ...actionLines(report),
    '',
  ].join('\n');
}

/** The same report for a ticket or a pull request. */
export function reportMarkdown(report: Report): string {
  const { cluster, components, applications, problems, drift } = report;
  return [
    `## ${cluster}`,
    '',
    ...markdownTable(
      ['component', 'state', 'percent', 'remark'],
      components.map(({ component, state, percent, remark }) => [
        component,
        state,
        percentText(percent),
        remark,
      ]),
    ),
    ...markdownTable(
      ['wave', 'application', 'sync/health'],
      applications.map(({ wave, name, state }) => [String(wave), name, state]),
    ),
    ...markdownTable(
      ['what does not run', 'reason', 'likely cause'],
      problems.map(({ place, reason, cause, incidents }) => [
        place,
        reason,
        `${cause}${incidentText(incidents)}`,
      ]),
    ),
    ...(drift.length ? ['### Drift', '', ...drift.map((line) => `- ${line}`), ''] : []),
    ...(report.actions.length ? ['### What to do', '', ...actionLines(report), ''] : []),
  ].join('\n');
}

function actionLines({ actions }: Report): string[] {
  return actions.map(
    ({ action, incidents, places }, index) =>
      `${String(index + 1)}. ${action}${incidentText(incidents)} For ${places.length > 4 ? `${places.slice(0, 4).join(', ')} and ${String(places.length - 4)} more` : places.join(', ')}.`,
  );
}

const percentText = (percent: number | null) => (percent === null ? '' : `${String(percent)} %`);
const incidentText = (incidents: readonly string[]) =>
  incidents.length ? ` (incident ${incidents.join(', ')})` : '';

function table(head: string[], rows: string[][]): string {
  const made = new Table({ head, style: { head: [], border: [] } });
  made.push(...rows);
  return made.toString();
}

function markdownTable(head: readonly string[], rows: readonly string[][]): string[] {
  if (!rows.length) return [];
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}
