import { definitionRule } from '../definition-rule';

export const domainLiesBelowItsParent = definitionRule({
  code: 'domain-lies-below-its-parent',
  rule: 'The zone that delegates to the public domain is a zone above it.',
  *check({ edge }) {
    if (edge.parentDomain !== undefined && !edge.domain.endsWith(`.${edge.parentDomain}`))
      yield {
        path: 'edge.parentDomain',
        problem: `is ${edge.parentDomain}, which ${edge.domain} is not below`,
        fix: 'Name the zone above edge.domain, or leave it out.',
      };
  },
});

export const siteOriginsAreOrigins = definitionRule({
  code: 'site-origins-are-origins',
  rule: 'An origin is https and a host name, without a path: browsers compare it letter by letter.',
  incidents: ['A40'],
  *check({ edge }) {
    for (const [index, origin] of (edge.siteOrigins ?? []).entries())
      if (!/^https:\/\/([a-z0-9-]+\.)+[a-z]{2,}$/.test(origin))
        yield {
          path: `edge.siteOrigins.${String(index)}`,
          problem: `is "${origin}"`,
          fix: 'Write it as https://growbin.app.',
        };
  },
});
