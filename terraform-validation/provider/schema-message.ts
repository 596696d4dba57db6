import type { Block, ProviderSchema, Type } from '../schema/schema';
import { nestingNumbers } from './protocol';

/** The schema in the words of the protocol. */
export function schemaMessage({ provider, resources, dataSources }: ProviderSchema) {
  return {
    provider: toSchema(provider),
    resource_schemas: toSchemas(resources),
    data_source_schemas: toSchemas(dataSources),
  };
}

function toSchemas(blocks: Readonly<Record<string, Block>>) {
  return Object.fromEntries(Object.entries(blocks).map(([type, block]) => [type, toSchema(block)]));
}

function toSchema(block: Block) {
  return { version: 0, block: toBlock(block) };
}

function toBlock({ attributes, blocks }: Block): object {
  return {
    version: 0,
    attributes: attributes.map(({ name, type, required, optional, computed }) => ({
      name,
      type: typeBytes(type),
      required,
      optional,
      computed,
    })),
    block_types: blocks.map(({ name, nesting, minItems, maxItems, block }) => ({
      type_name: name,
      nesting: nestingNumbers[nesting],
      min_items: minItems,
      max_items: maxItems,
      block: toBlock(block),
    })),
  };
}

function typeBytes(type: Type): Buffer {
  return Buffer.from(JSON.stringify(type));
}
