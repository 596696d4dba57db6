import { rule } from '../rule';

export const countedResourcesAreIndexed = rule({
  code: 'counted-resources-are-indexed',
  rule: 'A reference to a resource with count or for_each says which instance; one to a single resource does not.',
  fix: 'Add [0], the key or [*]; or take the index away.',
  incidents: ['A05'],
  *run({ terraform }) {
    for (const stack of terraform.stacks)
      for (const resource of stack.resources)
        for (const reference of resource.references()) {
          const target = stack.resolve(reference);
          if (!target || reference.pointer[0] === 'depends_on') continue;
          const isWhole = reference.attribute === undefined && reference.index === undefined;
          if (target.isCounted && reference.index === undefined && !isWhole && reference.attribute !== '*')
            yield {
              place: resource.at(...reference.pointer),
              problem: `uses ${target.address}, which has count, without an index`,
            };
          else if (!target.isCounted && reference.index !== undefined)
            yield {
              place: resource.at(...reference.pointer),
              problem: `indexes ${target.address}, which is a single resource`,
            };
        }
  },
});
