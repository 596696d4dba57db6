import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { at, fields, list, strings, text } from '../artifacts/value';
import { rule, type Violation } from '../rule';

const dnsLabel = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

export const applicationSetsExpand = rule({
  code: 'application-sets-expand',
  rule: 'Every template of an ApplicationSet names parameters of its generator, and gives names that Kubernetes takes.',
  fix: 'Quote the whole scalar, and nothing inside it.',
  incidents: ['E06'],
  *run({ objects }) {
    for (const object of objects.ofKind('ApplicationSet')) yield* expand(object);
  },
});

function* expand(object: ObjectArtifact): Generator<Violation> {
  const elements = list(object.value, 'spec', 'generators').flatMap((generator) =>
    list(generator, 'list', 'elements'),
  );
  const isOnlyList = list(object.value, 'spec', 'generators').every(
    (generator) => at(generator, 'list') !== undefined,
  );
  if (!isOnlyList) return;
  const name = text(object.value, 'spec', 'template', 'metadata', 'name') ?? '';
  const names = new Set<string>();
  for (const element of elements) {
    const filled = fill(name, element);
    const place = object.at('spec', 'template', 'metadata', 'name');
    if (!dnsLabel.test(filled)) yield { place, problem: `gives ${filled}` };
    else if (names.has(filled)) yield { place, problem: `gives ${filled} twice` };
    names.add(filled);
    for (const { pointer, value } of strings(at(object.value, 'spec', 'template')))
      for (const [, parameter = ''] of value.matchAll(/\{\{\s*\.?([\w.-]+)\s*\}\}/g))
        if (fields(element)[parameter] === undefined && at(element, ...parameter.split('.')) === undefined)
          yield {
            place: object.at('spec', 'template', ...pointer),
            problem: `names {{${parameter}}}, which an element does not have`,
          };
  }
}

const fill = (template: string, element: unknown) =>
  template.replace(/\{\{\s*\.?([\w.-]+)\s*\}\}/g, (whole, parameter: string) =>
    String(at(element, ...parameter.split('.')) ?? whole),
  );
