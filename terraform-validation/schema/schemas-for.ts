import type { Block, ProviderSchema } from './schema';
import { bindingSource } from './binding-source';
import { blockOf } from './block-of';
import { parseBinding } from './parse-binding';

/** Terraform JSON, as far as this folder reads it. */
export interface Configuration {
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [section: string]: unknown;
}

/** `alias` is Terraform's own word; the bindings list it among what the provider accepts. */
const metaArguments = new Set(['alias']);

/**
 * Derives the AWS provider's schema from its npm bindings, for the types that the configurations use.
 *
 * A type that the bindings do not have is left out, so that Terraform itself reports it.
 *
 * @param library folder of the bindings, with one folder for each resource
 */
export function schemasFor(configurations: readonly Configuration[], library: string): ProviderSchema {
  const provider = schemaOf(library, 'provider');
  if (!provider) throw new Error(`${library} has no bindings of the AWS provider`);
  return {
    provider: {
      ...provider,
      attributes: provider.attributes.filter(({ name }) => !metaArguments.has(name)),
    },
    resources: schemasOf(library, '', typesIn(configurations, 'resource')),
    dataSources: schemasOf(library, 'data-aws-', typesIn(configurations, 'data')),
  };
}

function typesIn(configurations: readonly Configuration[], section: 'resource' | 'data'): string[] {
  const types = configurations.flatMap((configuration) => Object.keys(configuration[section] ?? {}));
  return [...new Set(types)].filter((type) => type.startsWith('aws_')).sort();
}

function schemasOf(library: string, prefix: string, types: readonly string[]): Record<string, Block> {
  return Object.fromEntries(
    types.flatMap((type) => {
      const module = `${prefix}${type.replace(/^aws_/, '').replaceAll('_', '-')}`;
      const schema = schemaOf(library, module);
      return schema ? [[type, schema] as const] : [];
    }),
  );
}

function schemaOf(library: string, module: string): Block | undefined {
  const source = bindingSource(library, module);
  return source === undefined ? undefined : blockOf(parseBinding(source));
}
