import { list, text } from '../artifacts/value';
import { rule } from '../rule';

export const rulesHavePaths = rule({
  code: 'ingress-rules-have-paths',
  rule: 'Every rule of an Ingress has at least one path, and a path has no wildcard: Prefix matches what lies below.',
  fix: 'Write http.paths in full, and the path without /*.',
  incidents: ['D15', 'D16'],
  *run({ objects }) {
    for (const ingress of objects.ofKind('Ingress'))
      for (const [index, one] of list(ingress.value, 'spec', 'rules').entries()) {
        const paths = list(one, 'http', 'paths');
        if (!paths.length)
          yield { place: ingress.at('spec', 'rules', index, 'http', 'paths'), problem: 'is empty' };
        for (const [inner, path] of paths.entries())
          if (
            text(path, 'path')?.includes('*') === true &&
            text(path, 'pathType') !== 'ImplementationSpecific'
          )
            yield {
              place: ingress.at('spec', 'rules', index, 'http', 'paths', inner, 'path'),
              problem: `is ${text(path, 'path') ?? ''}`,
            };
      }
  },
});
