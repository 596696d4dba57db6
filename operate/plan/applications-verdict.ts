import type { Verdict } from './step';

interface Application {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly sync?: { readonly status?: string };
    readonly health?: { readonly status?: string };
  };
}

/** Whether every expected Application is Synced and Healthy, from `kubectl get applications --output json`. */
export function applicationsVerdict(expected: readonly string[], json: string): Verdict {
  const { items } = JSON.parse(json) as { items: readonly Application[] };
  const states = new Map(
    items.map(({ metadata, status }) => [
      metadata.name,
      `${status?.sync?.status ?? 'Unknown'}/${status?.health?.status ?? 'Unknown'}`,
    ]),
  );
  const left = expected.filter((name) => states.get(name) !== 'Synced/Healthy');
  if (!left.length) return { state: 'done' };
  const named = left.map((name) => `${name} ${states.get(name) ?? 'missing'}`).join(', ');
  return {
    state: 'waiting',
    reason: `${String(expected.length - left.length)} of ${String(expected.length)} Applications; ${named}`,
  };
}
