import { at, text } from '../artifacts/value';
import { rule } from '../rule';

export const optionalResourcesAreGuarded = rule({
  code: 'optional-resources-are-guarded',
  rule: 'A reference to the first of a resource that may not exist stands in a condition, or in a resource under the same one.',
  fix: 'Write condition ? resource[0].attribute : null, or give the resource the same count.',
  incidents: ['A28'],
  *run({ terraform }) {
    for (const stack of terraform.stacks)
      for (const resource of stack.resources)
        for (const reference of resource.references()) {
          const target = stack.resolve(reference);
          const count = text(target?.body, 'count');
          if (!target || reference.index !== '0' || count?.includes('?') !== true) continue;
          const isGuarded =
            /\?|try\(|one\(/.test(reference.expression) || at(resource.body, 'count') === count;
          if (!isGuarded)
            yield {
              place: resource.at(...reference.pointer),
              problem: `uses ${target.address}[0], which exists only if ${count.replace(/^\$\{|\}$/g, '')}`,
            };
        }
  },
});
