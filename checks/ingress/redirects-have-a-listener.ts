import { rule } from '../rule';
import { albAnnotation } from './backends';

export const redirectsHaveAListener = rule({
  code: 'redirects-have-a-listener',
  rule: 'A redirect to HTTPS needs a listener for HTTP to redirect from, and one for the port that it redirects to.',
  fix: 'Set listen-ports to [{"HTTP":80},{"HTTPS":443}].',
  incidents: ['D22'],
  *run({ objects }) {
    for (const ingress of objects.ofKind('Ingress')) {
      const target = ingress.annotations[albAnnotation('ssl-redirect')];
      if (target === undefined) continue;
      const ports = ingress.annotations[albAnnotation('listen-ports')] ?? '[{"HTTP":80}]';
      if (!/"HTTP"\s*:/.test(ports) || !new RegExp(`"HTTPS"\\s*:\\s*${target}\\b`).test(ports))
        yield {
          place: ingress.at('metadata', 'annotations', albAnnotation('listen-ports')),
          problem: `is ${ports}, while ssl-redirect is ${target}`,
        };
    }
  },
});
