import type { Attribute, Block, ProviderSchema } from '../schema/schema';
import type { Configuration } from '../schema/schemas-for';
import { mockValues } from './mock-values';
import { nothingFound } from './nothing-found';

/**
 * A Terraform test (`.tftest.json`) that applies a whole stack with every provider mocked: each reference, function
 * and output is evaluated, and no resource is made. A stack that repeats a block for what it finds in AWS is applied
 * once more where it finds nothing.
 */
export function mockedApply(configuration: Configuration, schema: ProviderSchema): Record<string, unknown> {
  const { provider, resource, data } = configuration;
  const defaults = {
    ...block('mock_resource', mockedTypes(schema.resources, resource)),
    ...block('mock_data', mockedTypes(schema.dataSources, data)),
  };
  const mocks = Object.entries(provider ?? {}).map(([name, configurations]) => [
    name,
    [configurations].flat().map((one) => ({ ...aliasOf(one), ...(name === 'aws' ? defaults : {}) })),
  ]);
  const overrides = nothingFound(configuration, schema);
  return {
    mock_provider: Object.fromEntries(mocks),
    run: {
      apply: { command: 'apply' },
      ...(overrides.length ? { nothing_found: { command: 'apply', override_data: overrides } } : {}),
    },
  };
}

function mockedTypes(
  schemas: Readonly<Record<string, Block>>,
  written: Configuration['resource'] = {},
): Record<string, { defaults: object }> {
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([type, { attributes }]) => [type, { defaults: valuesFor(attributes, written[type]) }] as const)
      .filter(([, { defaults }]) => Object.keys(defaults).length > 0),
  );
}

/** OpenTofu refuses a mocked value for an argument that a block of this type writes itself. */
function valuesFor(attributes: readonly Attribute[], blocks: Readonly<Record<string, unknown>> = {}): object {
  const own = new Set(Object.values(blocks).flatMap((written) => Object.keys(written as object)));
  return mockValues(attributes.filter(({ name }) => !own.has(name)));
}

function aliasOf(configuration: unknown): { alias?: string } {
  const { alias } = configuration as { alias?: string };
  return alias === undefined ? {} : { alias };
}

/** Terraform refuses a labelled block without a label, so an empty one is left out. */
function block(name: string, labels: object): object {
  return Object.keys(labels).length > 0 ? { [name]: labels } : {};
}
