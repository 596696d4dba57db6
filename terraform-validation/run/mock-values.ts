import type { Attribute, Type } from '../schema/schema';

/**
 * Values for what only AWS knows. Terraform's own mocks are random words and empty collections: an index into an empty
 * list fails, and the real provider refuses a random word where it wants an ARN or JSON.
 */
export function mockValues(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes
      .filter(needsValue)
      .map(({ name, type }) => [name, sample(name, type, '0')] as const)
      .filter(([, value]) => value !== undefined),
  );
}

/** How many elements a list has: as many as a region has zones. */
const elements = ['0', '1', '2'];

/** A collection that can also be written is empty where nobody wrote it, so only those that AWS alone fills need one. */
function needsValue({ name, type, computed, optional }: Attribute): boolean {
  return computed && (isArn(name) || name === 'json' || (Array.isArray(type) && !optional));
}

function isArn(name: string): boolean {
  return name === 'arn' || name.endsWith('_arn');
}

function sample(name: string, type: Type, suffix: string): unknown {
  if (typeof type === 'string') {
    switch (type) {
      case 'string':
        return word(name, suffix);
      case 'number':
        return Number(suffix);
      case 'bool':
        return false;
      case 'dynamic':
        return undefined;
    }
  }
  const [kind, inner] = type;
  switch (kind) {
    case 'object':
      return Object.fromEntries(
        Object.entries(inner).map(([key, of]) => [key, sample(key, of, suffix) ?? null]),
      );
    case 'list':
    case 'set':
      return elements.map((element) => sample(name, inner as Type, element));
    case 'map':
      return {};
  }
}

function word(name: string, suffix: string): string {
  if (isArn(name)) return `arn:aws:iam::000000000000:mock/${suffix}`;
  return name === 'json' ? '{}' : `${name.replaceAll('_', '-')}-${suffix}`;
}
