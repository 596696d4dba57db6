import type { Finding } from '../../model/finding';

/** How a program ended; `missing` where there is none of that name on PATH. */
export type Ended =
  | { readonly missing: true }
  | { readonly missing?: false; readonly status: number; readonly stdout: string; readonly stderr: string };

/** One read-only question before anything is changed, as data. */
export interface Check {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly judge: (ended: Ended) => readonly Finding[];
}

/** A finding about this machine or the account. */
export function preflightFinding(
  code: string,
  path: string,
  problem: string,
  rule: string,
  fix: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { code, severity, path, problem, rule, fix };
}

/** First line of what a program complained about. */
export function complaint(ended: Ended): string {
  if (ended.missing) return 'is not on PATH';
  const line = ended.stderr.split('\n').find((text) => text.trim());
  return line?.trim() ?? `ended with exit code ${String(ended.status)}`;
}
