import { at, list, text } from '../artifacts/value';
import { rule } from '../rule';
import { albAnnotation, backends } from './backends';

export const argocdProtocolAgrees = rule({
  code: 'argocd-protocol-agrees',
  rule: 'The load balancer speaks to Argo CD as Argo CD listens: HTTP where server.insecure is set, HTTPS otherwise.',
  fix: 'Set server.insecure: "true" in argocd-cmd-params-cm, backend-protocol HTTP and port 80.',
  incidents: ['D06', 'D07', 'D08'],
  *run(artifacts) {
    const { objects } = artifacts;
    for (const { ingress, name, port, pointer } of artifacts.derive(backends)) {
      if (name?.startsWith('argocd-server') !== true) continue;
      const settings = objects.get('ConfigMap', ingress.namespace, 'argocd-cmd-params-cm');
      const isInsecure = text(settings?.value, 'data', 'server.insecure') === 'true';
      const protocol = ingress.annotations[albAnnotation('backend-protocol')] ?? 'HTTP';
      if (protocol !== (isInsecure ? 'HTTP' : 'HTTPS'))
        yield {
          place: ingress.at('metadata', 'annotations', albAnnotation('backend-protocol')),
          problem: `is ${protocol}, while server.insecure is ${String(isInsecure)}`,
        };
      const service = objects.get('Service', ingress.namespace, name);
      const entry = list(service?.value, 'spec', 'ports').find(
        (one) => at(one, 'name') === port || at(one, 'port') === port,
      );
      const number = at(entry, 'port') ?? port;
      if (number === (isInsecure ? 443 : 80) || port === (isInsecure ? 'https' : 'http'))
        yield {
          place: ingress.at(...pointer, 'service', 'port'),
          problem: `is ${String(port)}, while server.insecure is ${String(isInsecure)}`,
        };
    }
  },
});
