import type { Stack } from '../artifacts/terraform';
import { referencesIn, type Reference } from '../artifacts/terraform-resource';
import { strings } from '../artifacts/value';
import { rule, type Violation } from '../rule';

export const referencesResolve = rule({
  code: 'terraform-references-resolve',
  rule: 'Every reference names a resource, data source, variable, local or module of its stack.',
  fix: 'Declare it, or correct the name.',
  incidents: ['A04', 'A06', 'A30'],
  *run({ terraform }) {
    for (const stack of terraform.stacks) {
      for (const resource of stack.resources)
        for (const reference of resource.references())
          yield* missing(stack, reference, (pointer) => resource.at(...pointer));
      for (const output of stack.outputs)
        for (const reference of referencesIn(strings(output.body)))
          yield* missing(stack, reference, (pointer) => output.at(...pointer));
    }
  },
});

function* missing(
  stack: Stack,
  reference: Reference,
  place: (pointer: Reference['pointer']) => Violation['place'],
): Generator<Violation> {
  if (isDeclared(stack, reference)) return;
  const { mode, type, name, pointer } = reference;
  const address =
    mode === 'resource' || mode === 'data'
      ? `${mode === 'data' ? 'data.' : ''}${type}.${name}`
      : `${mode} ${name}`;
  yield { place: place(pointer), problem: `refers to ${address}, which is not declared` };
}

function isDeclared(stack: Stack, reference: Reference): boolean {
  switch (reference.mode) {
    case 'variable':
      return stack.variables.has(reference.name);
    case 'local':
      return stack.locals.has(reference.name);
    case 'module':
      return stack.modules.has(reference.name);
    case 'data':
    case 'resource':
      return stack.resolve(reference) !== undefined;
  }
}
