import { text } from '../artifacts/value';
import { provided } from '../knowledge/provided';
import { rule } from '../rule';

const deprecated = 'kubernetes.io/ingress.class';

export const ingressClassesExist = rule({
  code: 'ingress-classes-exist',
  rule: 'Every Ingress names its class in spec.ingressClassName, and the class is installed; the annotation is deprecated.',
  fix: 'Write spec.ingressClassName: alb.',
  incidents: ['B27', 'D09'],
  *run(artifacts) {
    const { ingressClasses } = artifacts.derive(provided);
    for (const ingress of artifacts.objects.ofKind('Ingress')) {
      const name = text(ingress.value, 'spec', 'ingressClassName');
      if (ingress.annotations[deprecated] !== undefined)
        yield {
          place: ingress.at('metadata', 'annotations', deprecated),
          problem: `is ${ingress.annotations[deprecated]}`,
        };
      if (name === undefined) yield { place: ingress.at('spec', 'ingressClassName'), problem: 'is missing' };
      else if (ingressClasses.size && !ingressClasses.has(name))
        yield {
          place: ingress.at('spec', 'ingressClassName'),
          problem: `is ${name}, which nothing installs`,
        };
    }
  },
});
