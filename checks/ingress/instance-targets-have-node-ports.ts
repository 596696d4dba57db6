import { text } from '../artifacts/value';
import { rule } from '../rule';
import { albAnnotation, backends } from './backends';

export const instanceTargetsHaveNodePorts = rule({
  code: 'instance-targets-have-node-ports',
  rule: 'A Service behind a load balancer with instance targets is of type NodePort, and its endpoints are not written by hand.',
  fix: 'Set spec.type to NodePort, and select the pods by their labels.',
  incidents: ['D04', 'D05', 'D12'],
  *run(artifacts) {
    for (const { ingress, name } of artifacts.derive(backends)) {
      const service = artifacts.objects.get('Service', ingress.namespace, name ?? '');
      if (!service) continue;
      const type = text(service.value, 'spec', 'type') ?? 'ClusterIP';
      const isInstance = (ingress.annotations[albAnnotation('target-type')] ?? 'instance') === 'instance';
      if (type === 'ExternalName' || (isInstance && type === 'ClusterIP'))
        yield { place: service.at('spec', 'type'), problem: `is ${type} behind ${ingress.label}` };
      const manual = artifacts.objects.get('Endpoints', service.namespace, service.name);
      if (manual)
        yield { place: manual.at('subsets'), problem: `pins the addresses of pods behind ${ingress.label}` };
    }
  },
});
