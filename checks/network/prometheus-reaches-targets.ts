import { fields, list, number, text, texts } from '../artifacts/value';
import type { Artifacts } from '../artifacts/artifacts';
import type { ObjectArtifact } from '../artifacts/kubernetes-objects';
import { selectorMatches } from '../kubernetes/label-selector';
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
function targets(monitor: ObjectArtifact, { objects, pods }: Artifacts) {
  const namespaces = texts(monitor.value, 'spec', 'namespaceSelector', 'matchNames');
  const isInside = (namespace: string | undefined) =>
    namespaces.length ? namespaces.includes(namespace ?? '') : namespace === monitor.namespace;
  const services = objects
    .ofKind('Service')
    .filter(
      ({ namespace, labels }) =>
        isInside(namespace) && selectorMatches(fields(monitor.value, 'spec', 'selector'), labels),
    );
  const named = new Set(list(monitor.value, 'spec', 'endpoints').map((endpoint) => text(endpoint, 'port')));
  return services.flatMap((service) =>
    pods
      .filter(
        ({ namespace, labels }) =>
          namespace === service.namespace &&
          selectorMatches({ matchLabels: fields(service.value, 'spec', 'selector') }, labels),
      )
      .flatMap((pod) =>
        list(service.value, 'spec', 'ports')
          .filter((port) => named.has(text(port, 'name')))
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
