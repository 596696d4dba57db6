import type { Finding } from '../../model/finding';

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export function githubReport(findings: readonly Finding[]): string {
  return findings.map(annotation).join('');
}

function annotation({ severity, file, line, code, path, problem, rule, fix }: Finding): string {
  const place = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${String(line)}`]),
  ];
  const title = `title=${property(code)}`;
  return `::${severity} ${[...place, title].join(',')}::${message(`${path}: ${problem}\n${rule}\n${fix}`)}\n`;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
