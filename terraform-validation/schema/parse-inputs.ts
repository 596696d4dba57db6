import type { Primitive, Shape } from './binding';

interface Input {
  readonly required: boolean;
  readonly shape: Shape;
}

const entry =
  /^ {4,6}(\w+): \{\n\s+value: (.*),\n\s+isBlock: (true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",\n\s+\},$/gm;

/** What can be written: the entries of a function that turns a structure into Terraform's words. */
export function parseInputs(entries: string, declaration: string): Map<string, Input> {
  const documented = parseInterface(declaration);
  const found = [...entries.matchAll(entry)];
  const written = entries.split('storageClassType:').length - 1;
  if (found.length !== written)
    throw new Error(`${String(written)} entries are written, ${String(found.length)} are understood`);
  return new Map(
    found.map(([, name = '', value = '', isStructure, type = '', storage = '']) => {
      const { required, isBlock } = documented.get(name) ?? { required: false, isBlock: false };
      const shape =
        isStructure === 'true' ? structureShape(name, value, type, isBlock) : primitiveShape(type, storage);
      return [name, { required, shape }];
    }),
  );
}

/** Fields by their Terraform names, which only the links to the documentation give. */
function parseInterface(declaration: string): Map<string, { required: boolean; isBlock: boolean }> {
  const fields = declaration.matchAll(/\/\*\*\n((?:\s+\*.*\n)*?)\s+\*\/\n\s+readonly \w+(\??):/g);
  return new Map(
    [...fields].map(([, text = '', mark]) => {
      const name = /#(\w+) \w+#\1\}/.exec(text)?.[1] ?? '';
      return [name, { required: mark !== '?', isBlock: text.includes(`* ${name} block\n`) }];
    }),
  );
}

function structureShape(name: string, value: string, type: string, isBlock: boolean): Shape {
  const match =
    /^(?:struct!\.\w+ === undefined \? null : )?(?:cdktf\.(list|hash)MapperHcl\()?(?:structs\d*\.)?(\w+)ToHclTerraform\b/.exec(
      value,
    );
  if (!match?.[2]) throw new Error(`${name} is a structure of an unknown form: ${value}`);
  const [, mapper, structure] = match;
  return {
    kind: 'structure',
    of: structure.charAt(0).toUpperCase() + structure.slice(1),
    nesting: type === 'struct' ? 'single' : collection(name, type),
    isBlock,
    isAtMostOne: mapper === undefined && type !== 'struct',
  };
}

const primitives: Readonly<Record<string, Primitive>> = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  any: 'dynamic',
};

function primitiveShape(type: string, storage: string): Shape {
  const [, name = '', around = ''] = /^(string|number|boolean|any)((?:List|Map)*)$/.exec(storage) ?? [];
  const of = primitives[name];
  if (of === undefined) throw new Error(`unknown storage type ${storage}`);
  const within = [...around.matchAll(/List|Map/g)].map(([word]) => (word === 'Map' ? 'map' : 'list'));
  const outer = within.length ? [collection(storage, type), ...within.slice(1)] : [];
  return { kind: 'primitive', of, within: outer };
}

function collection(name: string, type: string): 'list' | 'set' | 'map' {
  if (type === 'list' || type === 'set' || type === 'map') return type;
  throw new Error(`${name} has the unknown collection type ${type}`);
}
