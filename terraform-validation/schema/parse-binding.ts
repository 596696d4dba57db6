import type { Binding, Field, Structure } from './binding';
import { parseInputs } from './parse-inputs';
import { parseMembers } from './parse-members';

/**
 * Parses the TypeScript of a generated binding. The generator writes one fixed form; anything else throws, so that a
 * new form of it is noticed and never taken for an empty schema.
 */
export function parseBinding(source: string): Binding {
  const declarations = splitDeclarations(source);
  const rootName = /^export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider) /m.exec(
    source,
  )?.[1];
  if (rootName === undefined) throw new Error('the binding has no resource class');
  const names = new Set(
    [...declarations.keys()].flatMap((key) => /^function (\w+)ToHclTerraform$/.exec(key)?.[1] ?? []),
  );
  const structures = new Map<string, Structure>();
  for (const name of names) {
    const structure = upperFirst(name);
    structures.set(
      structure,
      structureOf({
        inputs: declarations.get(`function ${name}ToHclTerraform`) ?? '',
        members: declarations.get(`class ${structure}OutputReference`) ?? '',
        interface: declarations.get(`interface ${structure}`) ?? '',
      }),
    );
  }
  const rootClass = declarations.get(`class ${rootName}`) ?? '';
  const inputsAt = rootClass.indexOf('protected synthesizeHclAttributes');
  const root = structureOf({
    inputs: rootClass.slice(inputsAt),
    members: rootClass.slice(0, inputsAt),
    interface: configInterface(declarations, rootClass),
  });
  return { root, structures };
}

/** Top-level declarations by kind and name. */
function splitDeclarations(source: string): Map<string, string> {
  const starts = [...source.matchAll(/^export (interface|function|class) (\w+)/gm)];
  return new Map(
    starts.map((match, index) => [
      `${String(match[1])} ${String(match[2])}`,
      source.slice(match.index, starts[index + 1]?.index),
    ]),
  );
}

/** What can be set is in the inputs; what can only be read is in the members alone. */
function structureOf(text: { inputs: string; members: string; interface: string }): Structure {
  const inputs = parseInputs(text.inputs, text.interface);
  const members = parseMembers(text.members);
  const fields = new Map<string, Field>();
  for (const name of [...new Set([...inputs.keys(), ...members.keys()])].sort()) {
    const input = inputs.get(name);
    const member = members.get(name);
    const shape = input?.shape ?? member?.shape;
    if (!shape) throw new Error(`the binding does not say what type ${name} has`);
    const required = member?.required ?? input?.required ?? false;
    fields.set(name, {
      required,
      optional: member?.optional ?? !required,
      computed: member?.computed ?? false,
      shape,
    });
  }
  return fields;
}

/** The interface of the constructor's argument; the generator adds a letter where its name was taken. */
function configInterface(declarations: ReadonlyMap<string, string>, rootClass: string): string {
  const name = /public constructor\(scope: Construct, id: string, config: (\w+)/.exec(rootClass)?.[1] ?? '';
  const text = declarations.get(`interface ${name}`);
  if (text === undefined)
    throw new Error('the binding does not declare what its resource is configured with');
  return text;
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
