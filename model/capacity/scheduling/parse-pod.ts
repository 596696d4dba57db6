import type { HostPort, PodAffinityTerm, PodTemplate, Toleration, TopologySpread, Weighted } from './pod';
import { parseLabels, parseSelector, parseTerm } from './parse-selector';
import type { RawAffinityTerm, RawPodAffinity, RawPodSpec } from './raw-pod-spec';
import { effectiveLimits, effectiveRequests, type RawContainer } from './requests';

/** What a pod template is besides its spec. */
export interface PodIdentity {
  readonly workload: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly priority: number;
}

/** Reads a PodSpec, with the defaults that the API server fills in. */
export function parsePod(identity: PodIdentity, spec: RawPodSpec): PodTemplate {
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const required = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const near = (terms: readonly RawAffinityTerm[] | undefined) =>
    (terms ?? []).map((term) => affinityTerm(term, identity.namespace));
  return {
    ...identity,
    ...(spec.nodeName ? { nodeName: spec.nodeName } : {}),
    nodeSelector: parseLabels(spec.nodeSelector),
    ...(required ? { nodeAffinity: (required.nodeSelectorTerms ?? []).map(parseTerm) } : {}),
    preferredNodes: (nodeAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      ({ weight, preference }) => ({ weight, term: parseTerm(preference) }),
    ),
    tolerations: (spec.tolerations ?? []).map(toleration),
    requests: effectiveRequests(spec),
    limits: effectiveLimits(spec),
    hostPorts: hostPorts(spec),
    podAffinity: near(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution),
    podAntiAffinity: near(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution),
    preferredNear: weighted(podAffinity, identity.namespace),
    preferredApart: weighted(podAntiAffinity, identity.namespace),
    spread: spread(spec, identity.labels),
  };
}

function toleration(raw: NonNullable<RawPodSpec['tolerations']>[number]): Toleration {
  return {
    ...(raw.key ? { key: raw.key } : {}),
    operator: raw.operator === 'Exists' ? 'Exists' : 'Equal',
    value: raw.value ?? '',
    ...(raw.effect ? { effect: raw.effect } : {}),
  };
}

function weighted(affinity: RawPodAffinity | undefined, namespace: string): Weighted<PodAffinityTerm>[] {
  return (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
    ({ weight, podAffinityTerm }) => ({ weight, term: affinityTerm(podAffinityTerm, namespace) }),
  );
}

/** Without namespaces and without a namespace selector a term means the pod's own namespace. */
function affinityTerm(raw: RawAffinityTerm, own: string): PodAffinityTerm {
  const selector = parseSelector(raw.labelSelector);
  const namespaceSelector = parseSelector(raw.namespaceSelector);
  const namespaces = raw.namespaces ?? [];
  return {
    topologyKey: raw.topologyKey,
    ...(selector ? { selector } : {}),
    namespaces: namespaces.length || namespaceSelector ? namespaces : [own],
    ...(namespaceSelector ? { namespaceSelector } : {}),
  };
}

function spread(spec: RawPodSpec, labels: Readonly<Record<string, string>>): TopologySpread[] {
  return (spec.topologySpreadConstraints ?? [])
    .filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'DoNotSchedule')
    .map((raw) => {
      const selector = parseSelector(raw.labelSelector);
      const own = (raw.matchLabelKeys ?? []).filter((key) => key in labels);
      return {
        topologyKey: raw.topologyKey,
        maxSkew: raw.maxSkew,
        minDomains: raw.minDomains ?? 1,
        ...(selector
          ? {
              selector: [
                ...selector,
                ...parseLabels(Object.fromEntries(own.map((key) => [key, labels[key] ?? '']))),
              ],
            }
          : {}),
        honorsNodeAffinity: raw.nodeAffinityPolicy !== 'Ignore',
        honorsTaints: raw.nodeTaintsPolicy === 'Honor',
      };
    });
}

/** In the host's network every container port is a host port, whether or not it says so. */
function hostPorts({ containers, initContainers, hostNetwork }: RawPodSpec): HostPort[] {
  const sidecars = (initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...(containers ?? []), ...sidecars].flatMap(({ ports }: RawContainer) =>
    (ports ?? []).flatMap(({ containerPort, hostPort, hostIP, protocol }) => {
      const port = hostPort ?? (hostNetwork ? containerPort : 0);
      return port ? [{ ip: hostIP ?? '0.0.0.0', protocol: protocol ?? 'TCP', port }] : [];
    }),
  );
}
