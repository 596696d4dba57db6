import { fields, list, number, text, texts } from '../artifacts/value';
import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { ownPodIndex } from '../kubernetes/all-pods';
import { serviceIndex } from '../kubernetes/services';
import { rule } from '../rule';
import { policies, type End } from './policies';

/** Prometheus, wherever a chart or a custom resource runs it. */
function prometheus({ objects }: Artifacts): End | undefined {
  const namespace = objects.ofKind('Namespace').find(({ name }) => name === 'monitoring')?.name;
  return namespace === undefined
    ? undefined
    : {
        namespace,
        labels: {
          'app.kubernetes.io/name': 'prometheus',
          'app.kubernetes.io/managed-by': 'prometheus-operator',
        },
      };
}

/** Workload pods that a monitor of a namespace scrapes, with the ports that it names. */
function targets(monitor: ObjectArtifact, artifacts: Artifacts) {
  const named = texts(monitor.value, 'spec', 'namespaceSelector', 'matchNames');
  const namespaces = named.length ? named : [monitor.namespace ?? ''];
  const selector = fields(monitor.value, 'spec', 'selector');
  const services = namespaces.flatMap((namespace) =>
    artifacts.derive(serviceIndex).selected(namespace, selector),
  );
  const ports = new Set(list(monitor.value, 'spec', 'endpoints').map((endpoint) => text(endpoint, 'port')));
  return services.flatMap((service) =>
    artifacts
      .derive(ownPodIndex)
      .selected(service.namespace, { matchLabels: fields(service.value, 'spec', 'selector') })
      .flatMap((pod) =>
        list(service.value, 'spec', 'ports')
          .filter((port) => ports.has(text(port, 'name')))
          .flatMap((port) => {
            const target = text(port, 'targetPort') ?? text(port, 'name');
            const numbers = pod.containers.flatMap(({ value }) =>
              list(value, 'ports')
                .filter((one) => text(one, 'name') === target)
                .map((one) => number(one, 'containerPort')),
            );
            const own = number(port, 'targetPort') ?? numbers[0];
            return own === undefined ? [] : [{ pod, port: own }];
          }),
      ),
  );
}

export const prometheusReachesTargets = rule({
  code: 'prometheus-reaches-targets',
  rule: 'Policies let Prometheus reach every pod that a ServiceMonitor selects.',
  fix: 'Allow the port from app.kubernetes.io/name=prometheus of the monitoring namespace.',
  incidents: ['H01', 'H08'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    const from = prometheus(artifacts);
    if (!all.any || !from) return;
    for (const monitor of artifacts.objects.ofKind('ServiceMonitor'))
      for (const { pod, port } of targets(monitor, artifacts)) {
        const flow = {
          from,
          to: { namespace: pod.namespace ?? '', labels: pod.labels },
          port,
          protocol: 'TCP',
        } as const;
        if (!all.allows(flow, 'Ingress') || !all.allows(flow, 'Egress'))
          yield {
            place: monitor.at('spec', 'selector'),
            problem: `selects ${pod.owner.label}, whose port ${String(port)} Prometheus may not reach`,
          };
      }
  },
});
