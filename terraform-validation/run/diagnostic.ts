/** What Terraform says about a configuration, as it prints it with `-json`. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail?: string;
  readonly range?: { readonly start: { readonly line: number } };
  /** `context` is the block in Terraform's words: `resource.aws_vpc.vpc`. */
  readonly snippet?: { readonly context?: string | null };
}

/** What `terraform test` did: what it said, and the addresses of what its first run applied. */
export interface TestReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly applied: readonly string[];
}

interface State {
  readonly root_module?: {
    readonly resources?: readonly { readonly mode: string; readonly address: string }[];
  };
}

interface TestEvent {
  readonly diagnostic?: Diagnostic;
  /** Terraform prints the state itself, OpenTofu wraps it in `values`. */
  readonly test_state?: State & { readonly values?: State };
}

/** Reads the events that `terraform test -json -verbose` prints, one a line. */
export function parseTestEvents(stdout: string): TestReport {
  const events = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as TestEvent);
  const state = events.find(({ test_state: found }) => found)?.test_state;
  const resources = (state?.values ?? state)?.root_module?.resources ?? [];
  return {
    diagnostics: events.flatMap(({ diagnostic }) => diagnostic ?? []),
    applied: resources.filter(({ mode }) => mode === 'managed').map(({ address }) => address),
  };
}

/** A failure that Terraform printed as text only. */
export function plainFailure(summary: string, text: string): Diagnostic {
  return { severity: 'error', summary, detail: text.trim() };
}
