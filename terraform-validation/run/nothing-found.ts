import type { Block, ProviderSchema } from '../schema/schema';
import type { Configuration } from '../schema/schemas-for';

/** A data source in a test, with other values than its mock has. */
export interface OverriddenData {
  readonly target: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What a `count` or `for_each` depends on, as it is where AWS has none of it yet: the other of the two cases in which
 * such a stack is applied.
 */
export function nothingFound(
  { resource, data }: Configuration,
  { dataSources }: ProviderSchema,
): OverriddenData[] {
  const repeated = [resource, data].flatMap((section) =>
    Object.values(section ?? {})
      .flatMap((blocks) => Object.values(blocks) as { count?: unknown; for_each?: unknown }[])
      .map(({ count, for_each: forEach }) => JSON.stringify([count, forEach])),
  );
  const references = repeated.flatMap((text) => [...text.matchAll(/\bdata\.(\w+)\.([\w-]+)\.(\w+)/g)]);
  const found = new Map<string, Record<string, unknown>>();
  for (const [, type = '', name = '', attribute = ''] of references) {
    const empty = emptyCollection(dataSources[type], attribute);
    const target = `data.${type}.${name}`;
    if (empty !== undefined) found.set(target, { ...found.get(target), [attribute]: empty });
  }
  return [...found].map(([target, values]) => ({ target, values }));
}

function emptyCollection(block: Block | undefined, name: string): unknown {
  const type = block?.attributes.find((attribute) => attribute.name === name)?.type;
  if (!Array.isArray(type) || type[0] === 'object') return undefined;
  return type[0] === 'map' ? {} : [];
}
