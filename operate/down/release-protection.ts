import type { Verdict } from '../plan/step';

type Attributes = Readonly<Record<string, unknown>>;

/** A stack as it is committed. */
export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
}

/** What AWS itself protects, and the value that gives it free. */
const switches: Readonly<Record<string, Attributes>> = {
  aws_instance: { disable_api_termination: false },
  aws_s3_bucket: { force_destroy: true },
  aws_lb: { enable_deletion_protection: false },
};

/** An override file that gives free what a stack protects, and the addresses that have to be applied before. */
export interface Release {
  readonly override: StackJson;
  readonly targets: readonly string[];
}

export function releaseProtection({ resource = {} }: StackJson): Release {
  const override: Record<string, Record<string, Attributes>> = {};
  const targets: string[] = [];
  for (const [type, byName] of Object.entries(resource))
    for (const [name, attributes] of Object.entries(byName)) {
      const changed = Object.entries(switches[type] ?? {}).filter(
        ([key, free]) => (attributes[key] ?? false) !== free,
      );
      const { prevent_destroy: prevented } = (attributes['lifecycle'] ?? {}) as { prevent_destroy?: boolean };
      if (!changed.length && !prevented) continue;
      (override[type] ??= {})[name] = {
        ...Object.fromEntries(changed),
        ...(prevented ? { lifecycle: { prevent_destroy: false } } : {}),
      };
      if (changed.length) targets.push(`${type}.${name}`);
    }
  return { override: { resource: override }, targets };
}

/** Giving free only changes; a plan that creates says that the resource is gone already. */
export function reviewRelease(json: string): Verdict {
  const { resource_changes: changes = [] } = JSON.parse(json) as {
    resource_changes?: readonly { address: string; change: { actions: readonly string[] } }[];
  };
  const made = changes.filter(({ change }) =>
    change.actions.some((action) => action === 'create' || action === 'delete'),
  );
  if (!made.length) return { state: 'done' };
  return { state: 'failed', reason: `the plan makes ${made.map(({ address }) => address).join(', ')} again` };
}
