import { fields, text } from '../artifacts/value';
import { selectorMatches } from '../kubernetes/label-selector';
import { rule } from '../rule';
import { albAnnotation, backends } from './backends';

export const healthChecksAgree = rule({
  code: 'health-checks-agree',
  rule: 'The load balancer asks the path that the readiness probe asks, and takes 200 for an answer.',
  fix: 'Set healthcheck-path to the path of the readiness probe and success-codes to 200.',
  incidents: ['D16', 'D28'],
  *run(artifacts) {
    for (const { ingress, name } of artifacts.derive(backends)) {
      const codes = ingress.annotations[albAnnotation('success-codes')];
      if (codes !== undefined && /\b[45]\d\d\b/.test(codes))
        yield {
          place: ingress.at('metadata', 'annotations', albAnnotation('success-codes')),
          problem: `is ${codes}, which hides a wrong path`,
        };
      const path = ingress.annotations[albAnnotation('healthcheck-path')];
      const matchLabels = fields(
        artifacts.objects.get('Service', ingress.namespace, name ?? '')?.value,
        'spec',
        'selector',
      );
      if (path === undefined || !Object.keys(matchLabels).length) continue;
      const probes = artifacts.pods
        .filter((pod) => pod.namespace === ingress.namespace && selectorMatches({ matchLabels }, pod.labels))
        .flatMap(({ containers }) =>
          containers.map(({ value }) => text(value, 'readinessProbe', 'httpGet', 'path')),
        )
        .filter((probe) => probe !== undefined);
      if (probes.length && !probes.includes(path))
        yield {
          place: ingress.at('metadata', 'annotations', albAnnotation('healthcheck-path')),
          problem: `is ${path}; the readiness probe asks ${probes.join(', ')}`,
        };
    }
  },
});
