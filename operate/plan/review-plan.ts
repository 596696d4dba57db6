import type { Verdict } from './step';

interface ResourceChange {
  readonly address: string;
  readonly change: { readonly actions: readonly string[] };
}

/**
 * Reads `terraform show -json` of a plan: bringing a cluster up creates and changes, and destroys nothing. What needs a
 * replacement is planned by a pull request, where somebody reads it first.
 */
export function reviewPlan(json: string): Verdict {
  const { resource_changes: changes = [] } = JSON.parse(json) as {
    resource_changes?: readonly ResourceChange[];
  };
  const destroyed = changes.filter(({ change }) => change.actions.includes('delete'));
  if (!destroyed.length) return { state: 'done' };
  return {
    state: 'failed',
    reason: `the plan destroys ${destroyed.map(({ address }) => address).join(', ')}`,
  };
}
