import type { Artifacts } from '../artifacts/artifacts';
import type { Pod } from '../artifacts/pods';
import { at, fields, list, number, strings, text } from '../artifacts/value';
import { clusterHosts } from '../kubernetes/hosts-in-text';
import { referencesByPod } from '../kubernetes/pod-references';
import { ownPodIndex, podIndex, type LabelledPods } from '../kubernetes/all-pods';
import { rule } from '../rule';
import { podEnds } from './pod-ends';
import { policies } from './policies';

/** Texts from which the containers of a pod read addresses: their own, and those of what they refer to. */
function* textsOf(pod: Pod, artifacts: Artifacts): Generator<string> {
  const { objects } = artifacts;
  for (const { value } of pod.containers)
    for (const entry of list(value, 'env')) yield text(entry, 'value') ?? '';
  const names = new Set(
    (artifacts.derive(referencesByPod).get(pod) ?? [])
      .filter(({ kind }) => kind === 'ConfigMap' || kind === 'Secret')
      .map(({ name }) => name),
  );
  for (const name of names) {
    for (const { value } of strings(fields(objects.get('ConfigMap', pod.namespace, name)?.value, 'data')))
      yield value;
    for (const { value } of strings(
      fields(objects.get('ExternalSecret', pod.namespace, name)?.value, 'spec', 'target'),
    ))
      yield value;
  }
}

/** Pods behind a Service and the port they listen on, where the tree describes the Service. */
function behind(
  artifacts: Artifacts,
  namespace: string,
  service: string,
  port: number,
): { pods: readonly LabelledPods[]; port: number } | undefined {
  const object = artifacts.objects.get('Service', namespace, service);
  const index = artifacts.derive(podIndex);
  const selector = fields(object?.value, 'spec', 'selector');
  const entry = list(object?.value, 'spec', 'ports').find((one) => number(one, 'port') === port);
  if (object && entry !== undefined && Object.keys(selector).length) {
    const pods = index.selected(namespace, { matchLabels: selector });
    const target = at(entry, 'targetPort') ?? port;
    return {
      pods,
      port:
        typeof target === 'number'
          ? target
          : (portNamed(artifacts.derive(ownPodIndex).in(namespace), pods, String(target)) ?? port),
    };
  }
  // The Services of operators: their pods carry the name of the custom resource.
  const pods = index
    .in(namespace)
    .filter(
      ({ labels }) =>
        labels['cnpg.io/cluster'] === service.replace(/-(rw|ro|r)$/, '') ||
        (labels['app.kubernetes.io/component'] === 'rabbitmq' &&
          labels['app.kubernetes.io/name'] === service),
    );
  return pods.length ? { pods, port } : undefined;
}

function portNamed(pods: readonly Pod[], wanted: readonly LabelledPods[], name: string): number | undefined {
  for (const { labels, containers } of pods)
    if (wanted.some((one) => one.labels === labels))
      for (const { value } of containers)
        for (const port of list(value, 'ports'))
          if (text(port, 'name') === name) return number(port, 'containerPort');
  return undefined;
}

export const servicesAreReachable = rule({
  code: 'services-are-reachable',
  rule: 'Policies let a pod reach every Service whose address it is given, at both ends.',
  fix: 'Add what it uses to uses of the definition, or the flow to model/flows.',
  incidents: ['H01', 'H07'],
  *run(artifacts) {
    const all = artifacts.derive(policies);
    if (!all.any) return;
    const hostsIn = artifacts.derive(clusterHosts);
    for (const end of artifacts.derive(podEnds)) {
      if (!end.pod) continue;
      const hosts = new Map(
        [...textsOf(end.pod, artifacts)].flatMap(hostsIn).map((host) => [host.text, host] as const),
      );
      for (const [host, { service, namespace, port }] of hosts) {
        const target = port === undefined ? undefined : behind(artifacts, namespace, service, port);
        for (const pods of target?.pods ?? []) {
          const flow = { from: end, to: pods, port: target?.port ?? 0, protocol: 'TCP' } as const;
          if (!all.allows(flow, 'Egress'))
            yield { place: end.place, problem: `does not let ${end.label} out to ${host}` };
          else if (!all.allows(flow, 'Ingress'))
            yield { place: end.place, problem: `does not let ${end.label} in at ${host}` };
        }
      }
    }
  },
});
