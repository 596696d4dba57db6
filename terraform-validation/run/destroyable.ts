import type { Configuration } from '../schema/schemas-for';

type Resources = Record<string, Record<string, { lifecycle?: { prevent_destroy?: boolean } }>>;

/**
 * An override file (`*_override.tf.json`) that lets everything be destroyed: `terraform test` destroys what it applied,
 * and what is applied against mocks exists nowhere. Undefined where nothing is protected.
 */
export function destroyable({ resource }: Configuration): Record<string, unknown> | undefined {
  const types = Object.entries((resource ?? {}) as Resources).flatMap(([type, blocks]) => {
    const isProtected = Object.entries(blocks).filter(([, { lifecycle }]) => lifecycle?.prevent_destroy);
    const overrides = isProtected.map(([name]) => [name, { lifecycle: { prevent_destroy: false } }] as const);
    return overrides.length ? [[type, Object.fromEntries(overrides)] as const] : [];
  });
  return types.length ? { resource: Object.fromEntries(types) } : undefined;
}
