/** An alert as data: what is wrong, for how long, how bad, and the runbook's section. */
export interface Alert {
  /** CamelCase name of what is wrong; also the heading of its runbook. */
  readonly name: string;
  readonly expression: string;
  /** How long it must hold. */
  readonly for: `${number}${'m' | 'h'}`;
  readonly severity: 'warning' | 'critical';
  /** One sentence with the labels that matter. */
  readonly summary: string;
}

/** Page of the runbooks, in this repository; each alert has a heading there. */
export const runbookPath = 'docs/runbooks/alerts.md';
