import type { Binding, Field, Shape, Structure } from './binding';
import type { Attribute, Block, NestedBlock, Type } from './schema';

/** Turns a parsed binding into the schema that its provider would send. */
export function blockOf(binding: Binding): Block {
  return toBlock(binding, binding.root);
}

function toBlock(binding: Binding, structure: Structure): Block {
  const attributes: Attribute[] = [];
  const blocks: NestedBlock[] = [];
  for (const [name, field] of structure) {
    const { shape, required, optional, computed } = field;
    if (shape.kind === 'structure' && shape.isBlock) blocks.push(nestedBlock(binding, name, field, shape));
    else attributes.push({ name, type: typeOf(binding, shape), required, optional, computed });
  }
  return { attributes, blocks };
}

function nestedBlock(
  binding: Binding,
  name: string,
  { required }: Field,
  shape: Extract<Shape, { kind: 'structure' }>,
): NestedBlock {
  const isCounted = shape.nesting === 'list' || shape.nesting === 'set';
  return {
    name,
    nesting: shape.nesting,
    minItems: isCounted && required ? 1 : 0,
    maxItems: isCounted && shape.isAtMostOne ? 1 : 0,
    block: toBlock(binding, structureNamed(binding, shape.of)),
  };
}

function typeOf(binding: Binding, shape: Shape): Type {
  if (shape.kind === 'primitive')
    return shape.within.reduceRight<Type>((inner, collection) => [collection, inner], shape.of);
  const fields = [...structureNamed(binding, shape.of)];
  const object: Type = [
    'object',
    Object.fromEntries(fields.map(([name, field]) => [name, typeOf(binding, field.shape)])),
  ];
  return shape.nesting === 'single' ? object : [shape.nesting, object];
}

function structureNamed({ structures }: Binding, name: string): Structure {
  const structure = structures.get(name);
  if (!structure) throw new Error(`the binding has no structure ${name}`);
  return structure;
}
